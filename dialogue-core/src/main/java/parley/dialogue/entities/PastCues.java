package parley.dialogue.entities;

import java.util.Set;

/// Whether a day without a year, or a weekday, lies behind: "i paid on monday" is the last one,
/// "can you come on monday" the next one. Pure; any thread.
final class PastCues {
  private static final int LOOK_BACK = 10;
  private static final Set<String> PAST =
      Set.of(
          ("ordered paid bought was were came arrived sent received got had did since charged booked"
                  + " took moved started happened returned been spent wrote cancelled placed left"
                  + " broke stopped ago dated")
              .split(" "));
  private static final Set<String> AHEAD =
      Set.of(
          ("will would can could shall should may might must need want like going i'll we'll it'll"
                  + " by until next before please be let's")
              .split(" "));

  private static final Set<String> ENDS = Set.of(".", "?", "!", "\n");

  private PastCues() {}

  /// @param at the date's first token
  static boolean before(Tokens tokens, int at, CallerContext context) {
    return !context.ahead() && nearest(tokens, at) < 0;
  }

  /// Whether something says that the day lies ahead.
  static boolean ahead(Tokens tokens, int at, CallerContext context) {
    return context.ahead() || nearest(tokens, at) > 0;
  }

  /// -1 when the nearest word that tells is of the past, 1 when it is of the future, else 0.
  private static int nearest(Tokens tokens, int at) {
    for (int i = at - 1; i >= at - LOOK_BACK && i >= 0; i--) {
      if (tokens.is(i, PAST)) {
        return -1;
      }
      if (tokens.is(i, AHEAD)) {
        return 1;
      }
      if (tokens.is(i, ENDS)) {
        return 0;
      }
    }
    return 0;
  }
}
