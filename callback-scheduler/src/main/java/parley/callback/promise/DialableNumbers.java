package parley.callback.promise;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.dialogue.call.PhoneNumber;

/// Decides which numbers may be called back. Immutable; any thread.
public final class DialableNumbers {

  /// Emergency numbers of the larger numbering plans (ITU-T E.161.1 recommends 112 and 911; the
  /// others are national: 000 and 106 Australia, 108 India, 110 Germany, China and Japan, 111 New
  /// Zealand, 113 Italy, 119 China and Japan, 190 to 193 Brazil, 995 Singapore, 999 Britain). They
  /// are three digits long: a site whose extensions clash with one gives a set of its own.
  public static final Set<String> EMERGENCY_NUMBERS =
      Set.of(
          "000", "106", "108", "110", "111", "112", "113", "119", "190", "191", "192", "193", "911",
          "995", "999");

  /// What people and networks write between digits.
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-./()]");

  private static final Pattern DIALABLE = Pattern.compile("\\+?[0-9]+");

  /// The usual ways to get an outside line first.
  private static final Pattern OUTSIDE_LINE = Pattern.compile("^(?:00|0|9)(?=[0-9]{3}$)");

  private static final int FEWEST_DIGITS = 3;

  /// ITU-T E.164, country code included.
  private static final int MOST_DIGITS = 15;

  private final Set<String> own;
  private final Set<String> emergency;

  /// @param own the numbers and extensions at which Parley itself answers
  public DialableNumbers(Set<String> own, Set<String> emergency) {
    this.own = Set.copyOf(own);
    this.emergency = Set.copyOf(emergency);
  }

  /// The number without its separators.
  public static PhoneNumber plain(PhoneNumber number) {
    return new PhoneNumber(SEPARATORS.matcher(number.value()).replaceAll(""));
  }

  /// What is wrong with a [#plain] number; empty when it may be dialled.
  public Optional<NumberProblem> problem(PhoneNumber number) {
    String value = number.value();
    if (value.isEmpty()) {
      return Optional.of(NumberProblem.MISSING);
    }
    if (!DIALABLE.matcher(value).matches()) {
      return Optional.of(NumberProblem.NOT_A_NUMBER);
    }
    String digits = value.startsWith("+") ? value.substring(1) : value;
    if (digits.length() < FEWEST_DIGITS) {
      return Optional.of(NumberProblem.TOO_SHORT);
    }
    if (digits.length() > MOST_DIGITS) {
      return Optional.of(NumberProblem.TOO_LONG);
    }
    if (own.contains(value) || own.contains(digits)) {
      return Optional.of(NumberProblem.OUR_OWN);
    }
    boolean isEmergency =
        emergency.contains(digits)
            || emergency.contains(OUTSIDE_LINE.matcher(digits).replaceFirst(""));
    return isEmergency ? Optional.of(NumberProblem.EMERGENCY) : Optional.empty();
  }
}
