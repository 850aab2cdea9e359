package parley.dialogue.llm;

import parley.dialogue.call.Spoken;

/// One turn of a conversation.
public record Turn(Who who, Spoken words) {

  /// Whose turn it was.
  public enum Who {
    CUSTOMER,
    PARLEY
  }

  public static Turn customer(String words) {
    return new Turn(Who.CUSTOMER, new Spoken(words));
  }

  public static Turn parley(String words) {
    return new Turn(Who.PARLEY, new Spoken(words));
  }
}
