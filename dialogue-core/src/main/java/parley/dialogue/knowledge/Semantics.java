package parley.dialogue.knowledge;

import java.util.List;
import java.util.regex.Pattern;
import parley.dialogue.intents.SentenceVectors;

/// What searching by meaning needs. Any thread.
public final class Semantics {

  /** How near a question is to other topics where none are listed: seen in the middle. */
  private static final double USUAL = 0.66;

  /** To the model these are words like others, and draw a question away from its entry. */
  private static final Pattern HESITATION =
      Pattern.compile("(?i)\\b(uh|um|uhm|erm|er|hm|hmm|mm|ah)\\b[,.]?\\s*");

  private final SentenceVectors entries;
  private final SentenceVectors questions;
  private final List<float[]> others;
  private final boolean words;

  private Semantics(
      SentenceVectors entries, SentenceVectors questions, List<float[]> others, boolean words) {
    this.entries = entries;
    this.questions = questions;
    this.others = List.copyOf(others);
    this.words = words;
  }

  /// @param entries turns what is in the knowledge into vectors, see [StoredVectors]
  /// @param questions turns what is asked into vectors, see [RememberedVectors]
  /// @param others what callers say that no entry is about; may be empty
  public static Semantics of(
      SentenceVectors entries, SentenceVectors questions, List<String> others) {
    return new Semantics(entries, questions, others.stream().map(entries::of).toList(), true);
  }

  /// The same, but the words themselves count for nothing. For measuring.
  public Semantics alone() {
    return new Semantics(entries, questions, others, false);
  }

  SentenceVectors entries() {
    return entries;
  }

  float[] question(String text) {
    String meant = HESITATION.matcher(text).replaceAll(" ").strip();
    return questions.of(meant.isEmpty() ? text : meant);
  }

  boolean words() {
    return words;
  }

  /// The cosine between a question and the other topic that is nearest to it.
  double otherTopic(float[] question) {
    return others.stream()
        .mapToDouble(other -> org.apache.lucene.util.VectorUtil.dotProduct(question, other))
        .max()
        .orElse(USUAL);
  }
}
