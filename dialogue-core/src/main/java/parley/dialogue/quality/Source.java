package parley.dialogue.quality;

import java.util.regex.Pattern;

/// A text that a reply may rest on, or must not. Its text form hides the words.
///
/// @param id what a reply cites, as `[id]`; empty where it cites nothing
/// @param text untrusted: documents may come from anywhere
public record Source(Origin origin, String id, String text) {

  private static final Pattern ID = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._:#/-]{0,79})?");

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

  public Source {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A source's id is 1 to 80 letters, digits and . _ : # / -, and begins with a letter or digit: "
              + id);
    }
  }

  /// One that is not cited.
  public Source(Origin origin, String text) {
    this(origin, "", text);
  }

  /// A piece of the company's knowledge, which is cited.
  public static Source knowledge(String id, String text) {
    return new Source(Origin.KNOWLEDGE, id, text);
  }

  public boolean grounds() {
    return origin != Origin.OTHERS;
  }

  @Override
  public String toString() {
    return origin + "[" + text.length() + " characters]";
  }
}
