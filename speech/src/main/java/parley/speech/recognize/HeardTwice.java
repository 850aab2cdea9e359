package parley.speech.recognize;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import parley.speech.recognize.Transcript.Word;

/// One utterance heard twice, held to a grammar and freely: which words were said? The grammar's
/// word is taken where there is doubt, because it hears its own words better: of 200 recordings of
/// digits 11 % come as other words when they are heard freely, and with high confidence. The limits
/// were found on spoken sentences (docs/results/other-words.md).
///
/// @param held heard with the grammar
/// @param free heard without
/// @param vocabulary the grammar's words
record HeardTwice(Hearing.Final held, List<Word> free, Set<String> vocabulary) {

  /** A word that is less sure is no proof that something else was said. */
  private static final double SURE_WORD = 0.5;

  /** So much sound that is no word of the grammar is more than a breath or an "uh". */
  private static final Duration OTHER_SOUND = Duration.ofMillis(300);

  private static final double MOST = 0.6;
  private static final double SURE = 0.8;
  private static final double VERY_SURE = 0.9;

  HeardTwice {
    free = List.copyOf(free);
  }

  List<Word> words() {
    return somethingElse() ? free : held.words();
  }

  private boolean somethingElse() {
    long others = free.stream().filter(this::isOther).count();
    if (others == 0) {
      return false;
    }
    boolean noWord = held.words().isEmpty();
    return noWord
        || held.unknown().compareTo(OTHER_SOUND) >= 0
        || (others >= MOST * free.size() && isClearer());
  }

  private boolean isOther(Word word) {
    return word.confidence() >= SURE_WORD && !vocabulary.contains(word.text());
  }

  /** A single word against a single one is most often the grammar's: "eight" is heard as "it". */
  private boolean isClearer() {
    double freely = new Transcript(free).confidence();
    double bound = new Transcript(held.words()).confidence();
    boolean single = free.size() == 1 && held.words().size() == 1;
    return freely >= SURE && (freely > bound || (freely >= VERY_SURE && !single));
  }
}
