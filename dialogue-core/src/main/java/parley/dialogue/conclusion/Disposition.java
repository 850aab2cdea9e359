package parley.dialogue.conclusion;

/// What came of a conversation: the fixed set that reports count by.
public enum Disposition {
  /// What was asked was answered or done.
  ANSWERED,
  /// A person talked with the customer.
  HANDED_OVER,
  /// A call back was promised.
  CALLBACK_PROMISED,
  /// A person was wanted, nobody could be reached, and no call back was promised.
  NOBODY_REACHED,
  /// It came to its end without an answer to what was asked.
  NOT_ANSWERED,
  /// The customer left before there was an answer.
  ABANDONED,
  /// Nothing was asked.
  NOTHING_ASKED,
  /// A part of Parley failed, or there was no room for the call.
  FAILED;

  /// Whether nothing is left to be done, as far as the log can tell. What a person did with a
  /// customer who was handed over, it cannot.
  public boolean resolved() {
    return switch (this) {
      case ANSWERED, NOTHING_ASKED -> true;
      case HANDED_OVER, CALLBACK_PROMISED, NOBODY_REACHED, NOT_ANSWERED, ABANDONED, FAILED -> false;
    };
  }
}
