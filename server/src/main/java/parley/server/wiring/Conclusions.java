package parley.server.wiring;

import java.time.Clock;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.dialogue.DialogueParts;
import parley.dialogue.ending.AfterCalls;
import parley.dialogue.ending.Concluding;
import parley.dialogue.ending.LogSummarizer;
import parley.dialogue.ending.ModelSummarizer;

/// What is written about calls and threads of mail after their end, made of the modules' parts.
/// Thread: any.
public final class Conclusions {
  private Conclusions() {}

  /// By the language model where there is one. Started; to be closed.
  public static AfterCalls start(
      Settings settings,
      DialogueParts dialogue,
      DatabaseParts database,
      LanguageModel model,
      Clock clock) {
    LogSummarizer alone =
        new LogSummarizer(language -> dialogue.language(language).prompts(), settings.followUp());
    Concluding concluding =
        model.scribe().<Concluding>map(scribe -> new ModelSummarizer(scribe, alone)).orElse(alone);
    return new AfterCalls(
            database.unconcluded(settings.followUp().mailQuietAfter()),
            concluding,
            database.conversationLog(),
            clock)
        .start();
  }
}
