package parley.server.wiring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.sentiment.Feeling;
import parley.dialogue.sentiment.LearnedSentiment;
import parley.dialogue.sentiment.SentimentLanguage;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.Mood;

/// Judges moods by the words of feeling until it has learned to do better, on a thread of its own:
/// nobody waits for that when Parley starts. Where learning fails, the words stay. Thread: any.
public final class MoodLearning implements SentimentScorer {
  private static final Logger LOG = LoggerFactory.getLogger(MoodLearning.class);

  /** The language of the sentence vectors. */
  private static final String LEARNED = "en";

  private volatile SentimentScorer best;

  private MoodLearning(SentimentLanguage language) {
    this.best = language.words();
  }

  /// What to hand to the dialogue's assembly.
  ///
  /// @param vectors loads the model of sentences; asked at most once, on the learning thread
  public static Function<SentimentLanguage, SentimentScorer> with(
      Supplier<SentenceVectors> vectors) {
    return language -> {
      if (!language.code().equals(LEARNED)) {
        return language.words();
      }
      MoodLearning moods = new MoodLearning(language);
      Thread.ofPlatform().name("learn-moods").daemon().start(() -> moods.learn(language, vectors));
      return moods;
    };
  }

  /// The same for a command that compares what is understood: learned at once, and once.
  public static Function<SentimentLanguage, SentimentScorer> atOnce(
      Supplier<SentenceVectors> vectors) {
    Map<String, SentimentScorer> known = new ConcurrentHashMap<>();
    return language ->
        language.code().equals(LEARNED)
            ? known.computeIfAbsent(LEARNED, _ -> LearnedSentiment.learn(language, vectors.get()))
            : language.words();
  }

  private void learn(SentimentLanguage language, Supplier<SentenceVectors> vectors) {
    try {
      best = LearnedSentiment.learn(language, vectors.get());
      LOG.info("Learned moods from {} examples", language.examples().size());
    } catch (RuntimeException | LinkageError e) {
      // LinkageError: the model's native library does not run on this machine.
      LOG.warn("Moods are judged by words alone: the model of sentences cannot be loaded", e);
    }
  }

  @Override
  public Feeling of(String message, Mood.Heard flags) {
    return best.of(message, flags);
  }
}
