package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a text into tokens, in one pass. Thread: one owner.
final class Tokenizer {
  private static final Set<String> HESITATION =
      Set.of("uh", "uhm", "um", "umm", "er", "erm", "ah", "hm", "hmm", "mhm");

  /// "don't" in all the ways to write it.
  private static final String APOSTROPHES = "'’ʼ";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private boolean spaced = true;

  Tokenizer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    int at = 0;
    while (at < text.length()) {
      at = next(at, text.codePointAt(at));
    }
    return withoutHyphensInNumbers();
  }

  private int next(int at, int codePoint) {
    if (codePoint != '\n'
        && (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint))) {
      spaced = true;
      return at + Character.charCount(codePoint);
    }
    if (Character.isLetter(codePoint)) {
      return add(at, wordEnd(at), Token.Kind.WORD);
    }
    if (Character.isDigit(codePoint)) {
      return add(at, digitsEnd(at), Token.Kind.DIGITS);
    }
    return add(at, at + Character.charCount(codePoint), Token.Kind.SIGN);
  }

  private int add(int start, int end, Token.Kind kind) {
    String piece = text.substring(start, end);
    String word =
        switch (kind) {
          case WORD -> piece.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ʼ', '\'');
          case DIGITS -> digits(piece);
          case SIGN -> piece.equals("–") ? "-" : piece;
        };
    if (!HESITATION.contains(word)) {
      tokens.add(new Token(piece, word, start, end, kind, !spaced));
    }
    spaced = false;
    return end;
  }

  private int wordEnd(int start) {
    int at = start;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!inWord(codePoint) && !apostropheInside(at)) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static boolean inWord(int codePoint) {
    return Character.isLetter(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private boolean apostropheInside(int at) {
    return APOSTROPHES.indexOf(text.charAt(at)) >= 0
        && at + 1 < text.length()
        && Character.isLetter(text.codePointAt(at + 1));
  }

  private int digitsEnd(int start) {
    int at = start;
    while (at < text.length() && Character.isDigit(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static String digits(String piece) {
    StringBuilder digits = new StringBuilder(piece.length());
    piece.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }

  /// "twenty-one" is "twenty one".
  private List<Token> withoutHyphensInNumbers() {
    List<Token> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean hyphen = tokens.get(i).word().equals("-") && tokens.get(i).glued();
      boolean inNumber =
          hyphen
              && i > 0
              && i + 1 < tokens.size()
              && Numerals.isTens(tokens.get(i - 1).word())
              && tokens.get(i + 1).isWord();
      if (!inNumber) {
        kept.add(tokens.get(i));
      }
    }
    return kept;
  }
}
