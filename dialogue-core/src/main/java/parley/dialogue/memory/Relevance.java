package parley.dialogue.memory;

import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.words.Words;

/// How much an earlier conversation bears on what is being said, 0 to 1. Pure; any thread.
@FunctionalInterface
public interface Relevance {

  /// The share of the words of now that were said then.
  Relevance BY_WORDS = new WordsInCommon();

  double of(Words now, Recollection before);

  /// By what the sentences mean: the same matter in other words is the same matter.
  static Relevance byMeaning(SentenceVectors vectors) {
    return new MeaningInCommon(vectors);
  }
}
