package parley.dialogue.privacy;

import java.util.List;
import java.util.Set;

/// Looks around a place for the words that tell what stands there. Pure.
final class Cues {

  private Cues() {}

  /// Whether one of these words stands among so many tokens before this one, in the same sentence.
  static boolean before(List<Token> tokens, int at, int reach, Set<String> words) {
    for (int i = at - 1; i >= Math.max(0, at - reach); i--) {
      Token token = tokens.get(i);
      if (words.contains(token.lower())) {
        return true;
      }
      if ((token.is(".") && !token.touches(tokens.get(i + 1))) || token.is("?") || token.is("!")) {
        return false;
      }
    }
    return false;
  }

  /// Whether the tokens from here are exactly these words.
  static boolean at(List<Token> tokens, int from, List<String> words) {
    if (from < 0 || from + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!tokens.get(from + i).lower().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Where what a dash, stroke or "#" holds to the number at this place begins: "ORD-20481".
  static int prefixed(List<Token> tokens, int first) {
    int at = first;
    while (at > 0
        && "-/#_".contains(tokens.get(at - 1).raw())
        && tokens.get(at - 1).touches(tokens.get(at))) {
      boolean held =
          at > 1 && tokens.get(at - 2).touches(tokens.get(at - 1)) && !tokens.get(at - 2).mark();
      if (!held) {
        return tokens.get(at - 1).is("#") ? at - 1 : at;
      }
      at -= 2;
    }
    return at;
  }

  static boolean at(List<Token> tokens, int at, Set<String> words) {
    return at >= 0 && at < tokens.size() && words.contains(tokens.get(at).lower());
  }
}
