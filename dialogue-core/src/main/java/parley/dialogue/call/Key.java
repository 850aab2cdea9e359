package parley.dialogue.call;

/// One key of a telephone: 0 to 9, star, hash, A to D. Hidden in its text form, because keys carry
/// PINs.
public record Key(char symbol) {

  private static final String KEYS = "0123456789*#ABCD";

  public Key {
    if (KEYS.indexOf(symbol) < 0) {
      throw new IllegalArgumentException("A telephone key is one of " + KEYS);
    }
  }

  public boolean isDigit() {
    return symbol >= '0' && symbol <= '9';
  }

  @Override
  public String toString() {
    return "[key]";
  }
}
