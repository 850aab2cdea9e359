package parley.dialogue.privacy;

/// What kind of personal data was found, and the words that stand for it in masked text. They read,
/// and sound, like a part of the sentence: masked text is also whispered to agents.
public enum PersonalKind {
  NAME("a name"),
  PHONE("a number"),
  CARD("a card number"),
  IBAN("an account number"),
  MAIL("a mail address"),
  ADDRESS("an address"),
  BIRTH_DATE("a date"),
  /// Any other number that may lead to a person: of an order, a passport, a contract; a PIN.
  NUMBER("a number");

  private final String stand;

  PersonalKind(String stand) {
    this.stand = stand;
  }

  /// The words that stand in masked text for something of this kind.
  public String stand() {
    return stand;
  }
}
