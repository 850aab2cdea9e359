package parley.dialogue.intents;

/// What a message wants.
///
/// @param intent the likeliest, whether or not it is likely
/// @param confidence 0 to 1: the share of messages with this confidence that want this intent
/// @param none whether the message is better taken for none of the intents
public record Guess(String intent, double confidence, boolean none) {

  public Guess {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("A confidence lies between 0 and 1, not " + confidence);
    }
  }
}
