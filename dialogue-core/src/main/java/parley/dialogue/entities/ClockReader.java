package parley.dialogue.entities;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads a time of the day: "half past three", "quarter to five", "9:30 pm", "ten oh five". Pure;
/// any thread.
final class ClockReader {
  private static final int HALF = 30;
  private static final int QUARTER = 15;
  private static final int HALF_DAY = 12;
  private static final Set<String> PAST = Set.of("past", "after");
  private static final Set<String> TO = Set.of("to", "before");
  private static final Set<String> NOON = Set.of("noon", "midday");
  private static final Set<String> O_CLOCK = Set.of("o'clock", "oclock");

  /// @param sure whether it is a time even where nothing before it says so
  record Reading(Clock clock, int next, boolean sure) {}

  private record Count(int value, int next) {}

  private ClockReader() {}

  static Optional<Reading> read(Tokens tokens, int at) {
    return word(tokens, at)
        .or(() -> half(tokens, at))
        .or(() -> quarter(tokens, at))
        .or(() -> minutes(tokens, at))
        .or(() -> hour(tokens, at))
        .map(reading -> halfOfDay(tokens, reading));
  }

  private static Optional<Reading> word(Tokens tokens, int at) {
    if (tokens.is(at, NOON)) {
      return Optional.of(new Reading(Clock.noon(), at + 1, true));
    }
    return tokens.is(at, "midnight")
        ? Optional.of(new Reading(Clock.midnight(), at + 1, true))
        : Optional.empty();
  }

  /// "half past three"; "half three" means the same.
  private static Optional<Reading> half(Tokens tokens, int at) {
    if (!tokens.is(at, "half")) {
      return Optional.empty();
    }
    boolean past = tokens.is(at + 1, "past");
    return face(tokens, past ? at + 2 : at + 1)
        .filter(hour -> past || Endings.endsWell(tokens, hour.next()))
        .flatMap(hour -> sure(hour.value(), HALF, hour.next()));
  }

  private static Optional<Reading> quarter(Tokens tokens, int at) {
    int from = tokens.is(at, "a") ? at + 1 : at;
    return tokens.is(from, "quarter") ? around(tokens, from + 1, QUARTER) : Optional.empty();
  }

  /// "twenty past eight", "ten minutes to six".
  private static Optional<Reading> minutes(Tokens tokens, int at) {
    return count(tokens, at)
        .filter(minutes -> minutes.value() >= 1 && minutes.value() <= HALF)
        .flatMap(minutes -> {
          boolean named = tokens.is(minutes.next(), "minutes");
          return around(tokens, named ? minutes.next() + 1 : minutes.next(), minutes.value());
        });
  }

  private static Optional<Reading> around(Tokens tokens, int at, int minutes) {
    boolean past = tokens.is(at, PAST);
    if (!past && !tokens.is(at, TO)) {
      return Optional.empty();
    }
    // "two to three kilos" and "ten to twelve" are rows of numbers, not times: only fives are.
    if (minutes % 5 != 0) {
      return Optional.empty();
    }
    return face(tokens, at + 1)
        .flatMap(hour ->
            past
                ? sure(hour.value(), minutes, hour.next())
                : sure(hour.value() == 1 ? HALF_DAY : hour.value() - 1, 60 - minutes, hour.next()));
  }

  private static Optional<Reading> hour(Tokens tokens, int at) {
    Optional<Count> hour = count(tokens, at);
    if (hour.isEmpty()) {
      return Optional.empty();
    }
    int next = hour.get().next();
    int value = hour.get().value();
    if (tokens.is(next, O_CLOCK)) {
      return sure(value, 0, next + 1);
    }
    if (tokens.token(at).isDigits()) {
      return written(tokens, at, value);
    }
    return spokenMinutes(tokens, next)
        .flatMap(m -> reading(value, m.value(), m.next(), false))
        .or(() -> reading(value, 0, next, false));
  }

  /// "9:30", "09.30 pm", "9".
  private static Optional<Reading> written(Tokens tokens, int at, int hour) {
    boolean colon = tokens.gluedSign(at + 1, ":");
    boolean dot = tokens.gluedSign(at + 1, ".");
    if ((colon || dot) && tokens.gluedDigits(at + 2) && tokens.word(at + 2).length() == 2) {
      int minute = Integer.parseInt(tokens.word(at + 2));
      boolean more =
          tokens.gluedSign(at + 3, ":")
              || (tokens.gluedSign(at + 3, ".") && tokens.gluedDigits(at + 4));
      if (more && dot) {
        return Optional.empty();
      }
      int next = more && tokens.gluedDigits(at + 4) ? at + 5 : at + 3;
      return reading(hour, minute, next, colon)
          .map(r -> tokens.word(at).startsWith("0") ? fixed(r) : r);
    }
    return reading(hour, 0, at + 1, false);
  }

  private static Reading fixed(Reading reading) {
    return new Reading(reading.clock().fixed(), reading.next(), reading.sure());
  }

  /// "thirty", "oh five", "forty five".
  private static Optional<Count> spokenMinutes(Tokens tokens, int at) {
    if (tokens.is(at, "oh") && Numerals.isUnit(tokens.word(at + 1))) {
      return Optional.of(new Count(Numerals.value(tokens.word(at + 1)).orElse(0), at + 2));
    }
    return tokens.token(at).isDigits()
        ? Optional.empty()
        : count(tokens, at).filter(m -> m.value() >= 10 && m.value() < 60);
  }

  /// "a.m.", "pm", "p m".
  private static Reading halfOfDay(Tokens tokens, Reading reading) {
    int at = reading.next();
    boolean afternoon = tokens.word(at).startsWith("p");
    int next = 0;
    if (tokens.is(at, List.of("am", "pm"))) {
      next = at + 1;
    } else if (tokens.is(at, List.of("a", "p"))) {
      int m = tokens.is(at + 1, ".") ? at + 2 : at + 1;
      next = tokens.is(m, "m") ? m + 1 : 0;
    }
    if (next == 0 || (!reading.clock().open() && reading.clock().hour() > HALF_DAY)) {
      return reading;
    }
    boolean dotted = tokens.is(next, ".") && tokens.is(next - 2, ".");
    return new Reading(reading.clock().half(afternoon), dotted ? next + 1 : next, true);
  }

  private static Optional<Count> face(Tokens tokens, int at) {
    return count(tokens, at).filter(hour -> hour.value() >= 1 && hour.value() <= HALF_DAY);
  }

  private static Optional<Count> count(Tokens tokens, int at) {
    if (tokens.token(at).isDigits()) {
      return tokens.word(at).length() <= 2 && !partOfNumber(tokens, at)
          ? Optional.of(new Count(Integer.parseInt(tokens.word(at)), at + 1))
          : Optional.empty();
    }
    OptionalInt value = Numerals.value(tokens.word(at));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    boolean two = Numerals.isTens(tokens.word(at)) && Numerals.isUnit(tokens.word(at + 1));
    int unit = two ? Numerals.value(tokens.word(at + 1)).orElse(0) : 0;
    return Optional.of(new Count(value.getAsInt() + unit, at + (unit > 0 ? 2 : 1)));
  }

  private static boolean partOfNumber(Tokens tokens, int at) {
    boolean inside = tokens.token(at).glued() && !tokens.is(at - 1, List.of("(", "-", "t"));
    return inside || tokens.is(at - 1, List.of("$", "€", "£", "#"));
  }

  private static Optional<Reading> sure(int hour, int minute, int next) {
    return reading(hour, minute, next, true);
  }

  private static Optional<Reading> reading(int hour, int minute, int next, boolean sure) {
    return Clock.said(hour, minute).map(clock -> new Reading(clock, next, sure));
  }
}
