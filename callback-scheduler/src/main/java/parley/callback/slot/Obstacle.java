package parley.callback.slot;

/// Why a time cannot be had.
public enum Obstacle {
  PAST("That time is over"),
  /// The people need more notice.
  TOO_SOON("That is too soon"),
  TOO_FAR("That is too far ahead"),
  /// Nobody works then, or the room is closed.
  CLOSED("Nobody can be had at that time"),
  /// Somebody else has it.
  TAKEN("That time is taken"),
  /// The clock skips that hour.
  NO_SUCH_HOUR("There is no such hour on that day");

  private final String sentence;

  Obstacle(String sentence) {
    this.sentence = sentence;
  }

  /// In English, without a full stop.
  public String sentence() {
    return sentence;
  }
}
