package parley.dialogue.sentiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.dialogue.understanding.Mood;
import parley.dialogue.words.Words;

/// Scores a message by the words of liking and disliking in it alone. Knows who says "not bad at
/// all", and takes praise beside trouble for mockery ("great, another delay"). Adds no flags.
/// Immutable; any thread.
public final class FeelingWords implements SentimentScorer {

  /** Words that turn a feeling round stand at most this many words before it. */
  private static final int NEAR = 3;

  private static final double MOCKING = -0.5;

  /** Beyond this a message is a letter; its beginning says how it is meant. */
  private static final int MOST_WORDS = 400;

  private final Set<Words> positive;
  private final Set<Words> negative;
  private final Set<Words> turning;
  private final int longest;

  /// How many words of each kind were found, those turned round counted as the other kind.
  record Found(int positive, int negative) {

    /// One word is half of certain; each further one half of the rest.
    double score() {
      int more = positive - negative;
      return Math.signum(more) * (1 - Math.pow(0.5, Math.abs(more)));
    }
  }

  public FeelingWords(List<Words> positive, List<Words> negative, List<Words> turning) {
    this.positive = Set.copyOf(new HashSet<>(positive));
    this.negative = Set.copyOf(new HashSet<>(negative));
    this.turning = Set.copyOf(new HashSet<>(turning));
    List<Words> all = new ArrayList<>(positive);
    all.addAll(negative);
    all.addAll(turning);
    this.longest = all.stream().mapToInt(Words::size).max().orElse(0);
  }

  @Override
  public Feeling of(String message, Mood.Heard flags) {
    Found found = find(Words.of(message));
    boolean mocking = found.positive() > 0 && found.negative() > 0;
    return new Feeling(
        new Sentiment(mocking ? MOCKING : found.score()), flags.anger(), flags.distress());
  }

  Found find(Words words) {
    int liked = 0;
    int disliked = 0;
    int turned = -1; // up to which word a turning one reaches
    int end = Math.min(words.size(), MOST_WORDS);
    for (int at = 0; at < end; ) {
      int feeling = longestAt(words, at, List.of(positive, negative));
      int turn = longestAt(words, at, List.of(turning));
      if (feeling > 0 && feeling >= turn) {
        boolean likes = positive.contains(phrase(words, at, feeling)) != (at <= turned);
        liked += likes ? 1 : 0;
        disliked += likes ? 0 : 1;
        turned = -1;
        at += feeling;
      } else if (turn > 0) {
        turned = at + turn - 1 + NEAR;
        at += turn;
      } else {
        at++;
      }
    }
    return new Found(liked, disliked);
  }

  /// How many words of the longest phrase that starts here; 0 when none does.
  private int longestAt(Words words, int at, List<Set<Words>> lists) {
    for (int length = Math.min(longest, words.size() - at); length > 0; length--) {
      Words phrase = phrase(words, at, length);
      for (Set<Words> list : lists) {
        if (list.contains(phrase)) {
          return length;
        }
      }
    }
    return 0;
  }

  private static Words phrase(Words words, int at, int length) {
    return new Words(words.list().subList(at, at + length));
  }
}
