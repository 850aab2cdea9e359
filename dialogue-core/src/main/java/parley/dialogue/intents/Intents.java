package parley.dialogue.intents;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The intents of a site, learned. The same words always have the same intent. Immutable; any
/// thread.
public final class Intents {

  /// The intents of a site that has none, or no vectors to learn them with.
  public static final Intents NONE = new Intents(Map.of(), Optional.empty());

  /// An intent and how sure it is.
  ///
  /// @param confidence 0 to 1, calibrated (see [Guess])
  public record Found(Intent intent, double confidence) {}

  private final Map<String, Intent> intents;
  private final Optional<IntentClassifier> classifier;

  private Intents(Map<String, Intent> intents, Optional<IntentClassifier> classifier) {
    this.intents = intents;
    this.classifier = classifier;
  }

  /// Learns, in seconds.
  ///
  /// @param examples turns the examples into vectors
  /// @param messages turns what is said into vectors, of the same model
  public static Intents learn(
      IntentFile.Content content, SentenceVectors examples, SentenceVectors messages) {
    if (content.intents().size() < 2) {
      return NONE;
    }
    return new Intents(
        content.intents().stream()
            .collect(Collectors.toUnmodifiableMap(Intent::id, Function.identity())),
        Optional.of(IntentClassifier.learn(content.examples(), examples).with(messages)));
  }

  /// What the words want; empty when that is none of the intents.
  public Optional<Found> of(String words) {
    return classifier
        .map(learned -> learned.guess(words))
        .filter(guess -> !guess.none())
        .map(guess -> new Found(intent(guess.intent()), guess.confidence()));
  }

  private Intent intent(String id) {
    Intent intent = intents.get(id);
    if (intent == null) {
      throw new IllegalStateException("The intent " + id + " was learned and is not known");
    }
    return intent;
  }
}
