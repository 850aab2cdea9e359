package parley.dialogue.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import parley.config.Settings;
import parley.dialogue.llm.chat.ModelServer;
import parley.dialogue.privacy.Masking;

/// A language model at a server of a test, asked without tools and on the real clock.
public final class LocalModel {

  private LocalModel() {}

  /// @param timeout of a whole answer
  public static Answering at(ModelServer server, String site, Duration timeout) {
    Duration second = Duration.ofSeconds(1);
    return new Answering(
        new Settings.LanguageModel(
            server.url(),
            "small",
            null,
            0.2,
            300,
            800,
            second,
            second,
            second,
            timeout,
            0,
            60,
            second),
        new Grounding(site, 800, Masking::mask),
        Toolbox.of(List.of()),
        DraftCheck.none(),
        (_, _) -> () -> {},
        Clock.systemUTC());
  }
}
