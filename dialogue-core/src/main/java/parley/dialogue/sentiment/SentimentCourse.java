package parley.dialogue.sentiment;

/// How sentiment went over the turns of one side of a conversation. Pure; a new one for each turn.
///
/// @param turns how many so far
/// @param level of late: each turn counts for as much as all before it together; 0 before the first
/// @param trend level now less the level one turn earlier: below 0 it gets worse
/// @param lowest score of all turns; 0 before the first
/// @param negative how many turns were negative
public record SentimentCourse(int turns, double level, double trend, double lowest, int negative) {

  /// Before the first turn.
  public static final SentimentCourse START = new SentimentCourse(0, 0, 0, 0, 0);

  /** Two angry turns after a calm start bring the level below -0.5, one does not. */
  private static final double WEIGHT_OF_NOW = 0.5;

  public SentimentCourse {
    if (turns < 0 || negative < 0 || negative > turns) {
      throw new IllegalArgumentException(
          "Of %d turns %d cannot be negative".formatted(turns, negative));
    }
    new Sentiment(level);
    new Sentiment(lowest);
  }

  /// With one more turn.
  public SentimentCourse with(Sentiment now) {
    double next = WEIGHT_OF_NOW * now.score() + (1 - WEIGHT_OF_NOW) * level;
    return new SentimentCourse(
        turns + 1,
        next,
        next - level,
        turns == 0 ? now.score() : Math.min(lowest, now.score()),
        now.negative() ? negative + 1 : negative);
  }
}
