package parley.dialogue.privacy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A number as it stands in a text: tokens `first` to `last`, both within, and the digits that they
/// make. `words` counts tokens that are number words, `power` says that "hundred" or "thousand" is
/// among them.
record NumberRun(int first, int last, String digits, int words, boolean power, boolean plus) {

  private static final String CLOSE_MARKS = "-./()–";
  private static final int MOST_GLUE = 3;

  /// The run that begins at this token, if one does.
  static Optional<NumberRun> at(List<Token> tokens, int first) {
    return Builder.run(tokens, first);
  }

  int pieces() {
    return last - first + 1;
  }

  private static final class Builder {
    private final List<Token> tokens;
    private final StringBuilder digits = new StringBuilder();
    private int words;
    private boolean power;

    private Builder(List<Token> tokens) {
      this.tokens = tokens;
    }

    static Optional<NumberRun> run(List<Token> tokens, int first) {
      Builder builder = new Builder(tokens);
      boolean plus = tokens.get(first).is("+") || tokens.get(first).is("plus");
      int at = first + (plus || tokens.get(first).is("(") ? 1 : 0);
      int last = -1;
      while (at < tokens.size()) {
        int next = builder.take(at);
        if (next > at) {
          last = next - 1;
          at = next;
          continue;
        }
        int after = last < 0 ? -1 : builder.overGlue(last, at);
        if (after < 0) {
          break;
        }
        at = after;
      }
      return last < 0
          ? Optional.empty()
          : Optional.of(
              new NumberRun(
                  first, last, builder.digits.toString(), builder.words, builder.power, plus));
    }

    /// Takes the number at this place; the place after it, or the same when there is none.
    private int take(int at) {
      Token token = tokens.get(at);
      boolean more = at + 1 < tokens.size();
      OptionalInt times = NumberWords.times(token);
      if (times.isPresent() && more && NumberWords.one(tokens.get(at + 1))) {
        digits.append(NumberWords.value(tokens.get(at + 1)).repeat(times.getAsInt()));
        words += 2;
        return at + 2;
      }
      if (NumberWords.power(token) && !digits.isEmpty()) {
        digits.append(NumberWords.value(token));
        power = true;
        words++;
        return at + 1;
      }
      if (!NumberWords.number(token) || sticksToLetters(at)) {
        return at;
      }
      if (NumberWords.tens(token) && more && unit(tokens.get(at + 1))) {
        digits.append(NumberWords.value(token).charAt(0));
        digits.append(NumberWords.value(tokens.get(at + 1)));
        words += 2;
        return at + 2;
      }
      digits.append(NumberWords.value(token));
      words += token.word() ? 1 : 0;
      return at + 1;
    }

    private static boolean unit(Token token) {
      return token.word() && NumberWords.one(token) && !NumberWords.value(token).equals("0");
    }

    private boolean sticksToLetters(int at) {
      Token token = tokens.get(at);
      return token.digits()
          && at > 0
          && tokens.get(at - 1).word()
          && tokens.get(at - 1).touches(token)
          && digits.isEmpty();
    }

    /// Where the number goes on after what may stand within one; -1 when it is over.
    private int overGlue(int last, int from) {
      int at = from;
      while (at < tokens.size() && at - from < MOST_GLUE && glue(last, at)) {
        at++;
      }
      return (at < tokens.size() && at > from && NumberWords.value(tokens.get(at)).length() > 0)
              || (at < tokens.size() && at > from && NumberWords.times(tokens.get(at)).isPresent())
          ? at
          : -1;
    }

    private boolean glue(int last, int at) {
      Token token = tokens.get(at);
      Token before = tokens.get(at - 1);
      boolean spaced =
          !before.touches(token) && at + 1 < tokens.size() && !token.touches(tokens.get(at + 1));
      if (token.is(",")) {
        return true;
      }
      if (token.is(".")) {
        return at + 1 < tokens.size() && token.touches(tokens.get(at + 1));
      }
      if (token.raw().length() == 1 && CLOSE_MARKS.contains(token.raw())) {
        return !spaced || token.is("-") || token.is("–");
      }
      if (token.is("and")) {
        return NumberWords.power(tokens.get(last))
            || (tokens.get(last).word()
                && NumberWords.one(tokens.get(last))
                && digits.length() >= 3);
      }
      return NumberWords.FILLERS.contains(token.lower());
    }
  }
}
