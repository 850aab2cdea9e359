package parley.dialogue.quality;

/// A text that a reply may rest on, or must not. Its text form hides the words.
public record Source(Origin origin, String text) {

  /// Where a text is from, and with that whose data is in it.
  public enum Origin {
    /// The company's own knowledge, the settings, the prompts: for everybody.
    KNOWLEDGE,
    /// What a service answered about this customer.
    SERVICE,
    /// What this customer said or wrote.
    CUSTOMER,
    /// What was said to this customer before, checked then.
    REPLIED,
    /// What is known of this customer: name, number, addresses.
    PROFILE,
    /// Data of somebody else that is at hand, such as other entries of a service's answer. Nothing
    /// personal in it may be told.
    OTHERS
  }

  public boolean grounds() {
    return origin != Origin.OTHERS;
  }

  @Override
  public String toString() {
    return origin + "[" + text.length() + " characters]";
  }
}
