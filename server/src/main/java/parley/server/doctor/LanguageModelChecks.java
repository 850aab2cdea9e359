package parley.server.doctor;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import parley.config.Settings;
import parley.dialogue.llm.chat.LanguageModelProbe;
import parley.dialogue.llm.chat.LanguageModelProbe.Found;

/// The language model, where one is configured: that it is there, takes the key and has the model.
/// Parley works without it, so nothing here fails.
final class LanguageModelChecks {

  private static final String NAME = "language model";
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Pattern HERE = Pattern.compile("localhost|127\\..*|\\[?::1]?");

  private LanguageModelChecks() {}

  static List<Finding> model(Settings settings) {
    Settings.LanguageModel model = settings.languageModel();
    URI url = model.url();
    if (url == null) {
      return List.of(Finding.ok(NAME, "none is configured; Parley answers by itself"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(finding(model, url, new LanguageModelProbe(model, DEADLINE).ask()));
    if ("http".equals(url.getScheme())
        && !HERE.matcher(Objects.toString(url.getHost())).matches()) {
      findings.add(
          Finding.warn(
              NAME,
              "the key and what customers say go to " + url.getHost() + " unencrypted",
              "use https, or a tunnel, unless that network is yours alone"));
    }
    return findings;
  }

  private static Finding finding(Settings.LanguageModel model, URI url, Found found) {
    return switch (found) {
      case Found.Ready() -> Finding.ok(NAME, model.model() + " at " + url + " answers");
      case Found.Unreachable(String why) ->
          Finding.warn(
              NAME,
              "nobody answers at " + url + " (" + why + ")",
              "correct language-model.url, or start the model's server; until then Parley answers by itself");
      case Found.KeyRefused(int status) ->
          Finding.warn(
              NAME,
              url + " refuses the key (status " + status + ")",
              "put a valid key into the file that language-model.key-file names, or into PARLEY_LANGUAGE_MODEL_KEY");
      case Found.UnknownModel(List<String> models) ->
          Finding.warn(
              NAME,
              url + " has no model " + model.model(),
              models.isEmpty()
                  ? "set language-model.model to one that it has"
                  : "set language-model.model to one that it has, such as "
                      + String.join(", ", models));
      case Found.Odd(int status) ->
          Finding.warn(
              NAME,
              url + " answers with status " + status + ", but not as chat completions do",
              "language-model.url has to end with the API's version, such as https://HOST/v1");
    };
  }
}
