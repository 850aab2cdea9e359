package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.entities.ClockReader.Reading;

/// Finds times of the day. A bare number is one only after "at" and such, beside a part of the day
/// or after a day. Pure; any thread.
final class ClockFinder {
  private static final Set<String> CUES =
      Set.of("at", "by", "until", "till", "before", "after", "around", "about", "from", "past");
  private static final Set<String> ROWS = Set.of("from", "between");
  private static final Set<String> LINKS = Set.of("to", "until", "till", "-", "and");
  private static final Set<String> DAYS =
      Set.of("tomorrow", "today", "tonight", "morning", "afternoon", "evening");

  List<ClockFind> find(Tokens tokens) {
    List<ClockFind> finds = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int at = i;
      Optional<ClockFind> found = row(tokens, at).or(() -> single(tokens, at));
      found.ifPresent(finds::add);
      i = found.isPresent() ? found.get().to() : i + 1;
    }
    return finds;
  }

  /// "from nine to five", "10:00-12:00", "9-11 am".
  private static Optional<ClockFind> row(Tokens tokens, int i) {
    boolean announced = tokens.is(i, ROWS);
    Optional<Reading> begin = ClockReader.read(tokens, announced ? i + 1 : i);
    if (begin.isEmpty()
        || !links(tokens, begin.get().next(), announced && tokens.is(i, "between"))) {
      return Optional.empty();
    }
    Optional<Reading> end = ClockReader.read(tokens, begin.get().next() + 1);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    boolean sure = begin.get().sure() || end.get().sure();
    boolean endsWell =
        Endings.endsWell(tokens, end.get().next()) || part(tokens, end.get().next()).isPresent();
    return (announced && endsWell) || sure
        ? Optional.of(
            withPart(
                tokens, new ClockFind(i, end.get().next(), begin.get().clock(), end.get().clock())))
        : Optional.empty();
  }

  private static boolean links(Tokens tokens, int at, boolean between) {
    return tokens.is(at, LINKS) && (between || !tokens.is(at, "and"));
  }

  private static Optional<ClockFind> single(Tokens tokens, int i) {
    Optional<Reading> read = ClockReader.read(tokens, i);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Reading reading = read.get();
    boolean part = part(tokens, reading.next()).isPresent();
    boolean cued =
        (tokens.is(i - 1, CUES) || afterDay(tokens, i)) && Endings.endsWell(tokens, reading.next());
    boolean beforeDay =
        isDay(tokens, reading.next()) && (reading.clock().minute() > 0 || tokens.is(i - 1, "for"));
    return reading.sure() || part || cued || beforeDay
        ? Optional.of(
            withPart(tokens, new ClockFind(i, reading.next(), reading.clock(), reading.clock())))
        : Optional.empty();
  }

  private static boolean afterDay(Tokens tokens, int i) {
    return isDay(tokens, i - 1);
  }

  private static boolean isDay(Tokens tokens, int at) {
    return tokens.is(at, DAYS) || CalendarWords.weekday(tokens.word(at)).isPresent();
  }

  private static ClockFind withPart(Tokens tokens, ClockFind find) {
    return part(tokens, find.to())
        .map(part -> find.in(part.part()).until(part.next()))
        .orElse(find);
  }

  private record Part(DayPart part, int next) {}

  /// "in the morning", "at night".
  private static Optional<Part> part(Tokens tokens, int at) {
    if (tokens.phrase(at, List.of("in", "the"))) {
      return DayPart.of(tokens.word(at + 2)).map(part -> new Part(part, at + 3));
    }
    return tokens.phrase(at, List.of("at", "night"))
        ? Optional.of(new Part(DayPart.NIGHT, at + 2))
        : Optional.empty();
  }
}
