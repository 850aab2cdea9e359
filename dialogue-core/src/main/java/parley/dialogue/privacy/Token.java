package parley.dialogue.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word, a row of digits or a mark in a text, and where it stands. Letters and digits written
/// together are two tokens without a gap.
record Token(Shape shape, String raw, String lower, int from, int to) {

  enum Shape {
    WORD,
    DIGITS,
    MARK
  }

  private static final Pattern TOKEN =
      Pattern.compile("(\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+){0,3})|([0-9]+)|([^\\s])");

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      Shape shape =
          matcher.group(1) != null
              ? Shape.WORD
              : matcher.group(2) != null ? Shape.DIGITS : Shape.MARK;
      String raw = matcher.group();
      String lower = raw.toLowerCase(Locale.ROOT).replace('’', '\'');
      tokens.add(new Token(shape, raw, lower, matcher.start(), matcher.end()));
    }
    return List.copyOf(tokens);
  }

  boolean word() {
    return shape == Shape.WORD;
  }

  boolean digits() {
    return shape == Shape.DIGITS;
  }

  boolean mark() {
    return shape == Shape.MARK;
  }

  boolean is(String text) {
    return raw.equalsIgnoreCase(text);
  }

  boolean touches(Token next) {
    return to == next.from;
  }

  /// Begins with a capital and goes on in small letters, or is one capital.
  boolean capitalised() {
    return word()
        && Character.isUpperCase(raw.codePointAt(0))
        && (raw.length() == 1 || raw.chars().skip(1).anyMatch(Character::isLowerCase));
  }
}
