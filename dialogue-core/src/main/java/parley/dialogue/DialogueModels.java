package parley.dialogue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.RememberedVectors;
import parley.dialogue.knowledge.StoredVectors;
import parley.dialogue.sentiment.SentimentLanguage;
import parley.dialogue.sentiment.SentimentScorer;

/// What understanding may rest on besides words.
///
/// @param vectors the model of sentences: searches the knowledge by meaning, and learns intents
/// @param said the same for what customers say, so that each text costs the model once, whoever
///   asks about it
/// @param moods asked once for each language that has files in `config/sentiment`
public record DialogueModels(
    Optional<StoredVectors> vectors,
    Optional<SentenceVectors> said,
    Function<SentimentLanguage, SentimentScorer> moods) {

  /// Words alone.
  public static final DialogueModels NONE =
      new DialogueModels(Optional.empty(), Optional.empty(), SentimentLanguage::words);

  /// Vectors of the site's own texts are kept in the state folder from one start to the next.
  ///
  /// @param modelName changes whenever the model does
  public static DialogueModels of(SentenceVectors vectors, String modelName, Path state) {
    return new DialogueModels(
        Optional.of(new StoredVectors(vectors, modelName, state.resolve("knowledge-vectors.bin"))),
        Optional.of(new RememberedVectors(vectors)),
        SentimentLanguage::words);
  }

  /// The same with something better than words to judge moods by.
  public DialogueModels with(Function<SentimentLanguage, SentimentScorer> scorers) {
    return new DialogueModels(vectors, said, scorers);
  }
}
