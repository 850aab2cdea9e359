package parley.server.wiring;

import parley.config.Settings;
import parley.dialogue.DialogueModels;
import parley.dialogue.intents.OnnxSentenceVectors;
import parley.dialogue.intents.SentenceVectors;

/// The model of sentences, and what understanding makes of it.
public final class SentenceModels {

  private SentenceModels() {}

  /// Loads the model.
  public static OnnxSentenceVectors vectors(Settings settings) {
    return new OnnxSentenceVectors(settings.state().resolve("native"));
  }

  /// Search and intents by meaning.
  public static DialogueModels byMeaning(SentenceVectors vectors, Settings settings) {
    return DialogueModels.of(vectors, OnnxSentenceVectors.NAME, settings.state());
  }

  /// For commands: everything that understanding rests on in calls, moods as they are learned
  /// included.
  public static DialogueModels asInCalls(Settings settings) {
    SentenceVectors vectors = vectors(settings);
    return byMeaning(vectors, settings).with(MoodLearning.atOnce(() -> vectors));
  }
}
