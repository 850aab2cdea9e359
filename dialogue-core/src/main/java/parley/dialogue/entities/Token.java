package parley.dialogue.entities;

/// A word, a row of digits, a sign or a line break.
///
/// @param text as it stands in the text
/// @param word to compare: lower case, digits of any script as 0 to 9
/// @param start first char in the text
/// @param end char after the last
/// @param glued whether it follows the token before without a space
record Token(String text, String word, int start, int end, Kind kind, boolean glued) {

  enum Kind {
    WORD,
    DIGITS,
    SIGN
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isDigits() {
    return kind == Kind.DIGITS;
  }

  boolean isLetter() {
    return isWord() && word.codePointCount(0, word.length()) == 1;
  }

  boolean hasCapital() {
    return isWord() && Character.isUpperCase(text.codePointAt(0));
  }

  @Override
  public String toString() {
    return "[" + kind + "]";
  }
}
