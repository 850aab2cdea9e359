package parley.dialogue.call;

/// A telephone number or SIP user as the network gave it. Its text form is masked, so that a log
/// line or an exception message that names it does not reveal it; [#value] is for dialling and for
/// the call log.
public record PhoneNumber(String value) {

  /// What a caller who withholds the number is called.
  public static final PhoneNumber UNKNOWN = new PhoneNumber("");

  private static final int SHOWN_DIGITS = 2;

  public PhoneNumber {
    value = value.strip();
  }

  public boolean known() {
    return !value.isEmpty();
  }

  @Override
  public String toString() {
    if (value.length() <= SHOWN_DIGITS) {
      return "*".repeat(value.length());
    }
    return "*".repeat(value.length() - SHOWN_DIGITS)
        + value.substring(value.length() - SHOWN_DIGITS);
  }
}
