package parley.dialogue.sentiment;

import java.util.Locale;

/// How somebody feels about what they talk of: -1 (all displeasure) to +1 (all pleasure). A
/// question, a wish, a fact are near 0.
public record Sentiment(double score) {

  public static final Sentiment NEUTRAL = new Sentiment(0);

  /** Beyond it, either way, a message is no longer neutral. Chosen on the development set. */
  private static final double NEUTRAL_UP_TO = 0.4;

  /// What a score amounts to.
  public enum Polarity {
    NEGATIVE(-1),
    NEUTRAL(0),
    POSITIVE(1);

    private final double score;

    Polarity(double score) {
      this.score = score;
    }

    /// As files spell it.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The score that a message of this kind has when it is plainly so.
    public double score() {
      return score;
    }
  }

  public Sentiment {
    if (!(score >= -1 && score <= 1)) {
      throw new IllegalArgumentException("A sentiment lies between -1 and 1, not at " + score);
    }
  }

  public Polarity polarity() {
    if (score < -NEUTRAL_UP_TO) {
      return Polarity.NEGATIVE;
    }
    return score > NEUTRAL_UP_TO ? Polarity.POSITIVE : Polarity.NEUTRAL;
  }

  public boolean negative() {
    return polarity() == Polarity.NEGATIVE;
  }
}
