package parley.server.wiring;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.config.Settings;
import parley.dialogue.DialogueModels;
import parley.dialogue.intents.OnnxSentenceVectors;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.sentiment.SentimentLanguage;
import parley.dialogue.sentiment.SentimentScorer;

/// The model of sentences, and what understanding makes of it.
public final class SentenceModels {

  private static final String LANGUAGE = "en";

  private SentenceModels() {}

  /// Loads the model.
  public static OnnxSentenceVectors vectors(Settings settings) {
    return new OnnxSentenceVectors(settings.state().resolve("native"));
  }

  /// Search and intents by meaning, and moods as they are learned.
  ///
  /// @param moods makes what judges moods of the vectors of what is said
  public static DialogueModels byMeaning(
      SentenceVectors vectors,
      Settings settings,
      Function<Supplier<SentenceVectors>, Function<SentimentLanguage, SentimentScorer>> moods) {
    DialogueModels models = byMeaning(vectors, settings);
    return models.with(moods.apply(() -> models.said().orElseThrow()));
  }

  /// Search and intents by meaning.
  public static DialogueModels byMeaning(SentenceVectors vectors, Settings settings) {
    return DialogueModels.of(vectors, OnnxSentenceVectors.NAME, settings.state());
  }

  /// The model where calls use it. It knows English; other sites, and those that set
  /// `knowledge.vectors` to false, understand by words alone, and nothing is loaded.
  public static <M extends SentenceVectors> Optional<M> inCalls(
      Settings settings, Supplier<M> load) {
    boolean used = settings.knowledge().vectors() && settings.site().language().equals(LANGUAGE);
    return used ? Optional.of(load.get()) : Optional.empty();
  }

  /// For commands: everything that understanding rests on in calls, moods as they are learned
  /// included.
  public static DialogueModels asInCalls(Settings settings) {
    return asInCalls(settings, () -> vectors(settings));
  }

  static DialogueModels asInCalls(Settings settings, Supplier<SentenceVectors> load) {
    return inCalls(settings, load)
        .map(vectors -> byMeaning(vectors, settings, MoodLearning::atOnce))
        .orElse(DialogueModels.NONE);
  }
}
