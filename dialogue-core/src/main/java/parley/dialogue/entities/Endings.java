package parley.dialogue.entities;

import java.util.Set;

/// Whether a bare number can end here: what follows is no noun that it would count ("at two
/// shops"). Pure; any thread.
final class Endings {
  private static final Set<String> WORDS =
      Set.of(
          ("and or but on in at to if for from with please thanks thank tomorrow today tonight this"
                  + " next would will is was can could i i'm i'll we you it then because so when"
                  + " sharp exactly until till uk works doesn't okay ok yes")
              .split(" "));
  private static final Set<String> SIGNS = Set.of(".", ",", "!", "?", ";", ")", "\n", "-");

  private Endings() {}

  static boolean endsWell(Tokens tokens, int at) {
    if (tokens.isEnd(at)) {
      return true;
    }
    if (tokens.is(at, WORDS)) {
      // "one or two weeks"
      return !tokens.is(at, "or") || !Numerals.isNumber(tokens.word(at + 1));
    }
    if (tokens.is(at, SIGNS)) {
      return !tokens.gluedDigits(at + 1);
    }
    return CalendarWords.weekday(tokens.word(at)).isPresent();
  }
}
