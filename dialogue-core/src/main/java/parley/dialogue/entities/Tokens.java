package parley.dialogue.entities;

import java.util.Collection;
import java.util.List;

/// A text cut into tokens, without what speakers put in to think ("uh"). Outside of it stand empty
/// tokens, so that looking around needs no care. Pure; any thread.
record Tokens(String text, List<Token> list) {
  private static final Token NONE = new Token("", "", 0, 0, Token.Kind.SIGN, false);

  Tokens {
    list = List.copyOf(list);
  }

  static Tokens of(String text) {
    return new Tokens(text, new Tokenizer(text).tokens());
  }

  int size() {
    return list.size();
  }

  Token token(int index) {
    return index >= 0 && index < list.size() ? list.get(index) : NONE;
  }

  String word(int index) {
    return token(index).word();
  }

  boolean is(int index, Collection<String> words) {
    return words.contains(word(index));
  }

  boolean is(int index, String word) {
    return word(index).equals(word);
  }

  /// Whether these words stand here one after the other.
  boolean phrase(int index, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!word(index + i).equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether this sign stands here, without a space before it.
  boolean gluedSign(int index, String sign) {
    return token(index).glued() && is(index, sign);
  }

  boolean gluedDigits(int index) {
    return token(index).glued() && token(index).isDigits();
  }

  boolean isEnd(int index) {
    return index >= list.size();
  }

  /// Hides the text.
  @Override
  public String toString() {
    return "[" + list.size() + " tokens]";
  }
}
