package parley.dialogue.documents;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// The sentences of a passage that answer a question, one behind the other as they stand there.
///
/// @param first from 0
/// @param last included
record Excerpt(int first, int last) {

  private static final int MOST_SENTENCES = 3;

  /** A neighbour that is this much further from the question is still about it. */
  private static final double ABOUT_IT = 0.12;

  /** Who begins so goes on from the sentence before. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?i)(it|its|this|that|these|those|they|their|them|then|but|and|or|so|otherwise|however|"
              + "after that|afterwards|in that case|for this|if so|if not|both|such)\\b.*");

  /// @param nearness how near a sentence is to the question, at most 1
  static Excerpt of(List<String> sentences, ToDoubleFunction<String> nearness) {
    double[] near = sentences.stream().mapToDouble(nearness).toArray();
    int best = 0;
    for (int i = 1; i < near.length; i++) {
      best = near[i] > near[best] ? i : best;
    }
    Excerpt excerpt = new Excerpt(best, best);
    boolean grows = true;
    while (grows && excerpt.size() < MOST_SENTENCES) {
      Excerpt wider = excerpt.wider(sentences, near, near[best] - ABOUT_IT);
      grows = !wider.equals(excerpt) && length(wider.of(sentences)) <= Sentences.LONGEST;
      excerpt = grows ? wider : excerpt;
    }
    return excerpt;
  }

  /// The beginning of a passage, for when nothing is asked.
  static Excerpt beginning(List<String> sentences) {
    return of(sentences, sentence -> -sentences.indexOf(sentence) * ABOUT_IT / MOST_SENTENCES);
  }

  private Excerpt wider(List<String> sentences, double[] near, double least) {
    if (first > 0 && GOES_ON.matcher(sentences.get(first)).matches()) {
      return new Excerpt(first - 1, last);
    }
    double before = first > 0 ? near[first - 1] : -1;
    double after = last + 1 < near.length ? near[last + 1] : -1;
    if (Math.max(before, after) < least) {
      return this;
    }
    return before > after ? new Excerpt(first - 1, last) : new Excerpt(first, last + 1);
  }

  private int size() {
    return last - first + 1;
  }

  List<String> of(List<String> sentences) {
    return sentences.subList(first, last + 1);
  }

  private static int length(List<String> sentences) {
    return String.join(" ", sentences).length();
  }
}
