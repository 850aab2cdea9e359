package parley.dialogue.entities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.dialogue.entities.EntityValue.Dates;
import parley.dialogue.entities.Numerals.Ordinal;

/// Finds days and rows of days, left to right, the longest at each place. Pure; any thread.
final class DateFinder {
  private static final Set<String> TO = Set.of("to", "until", "till", "through", "-");

  List<DateFind> find(Tokens tokens, CallerContext context) {
    List<DateFind> finds = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      boolean sign = tokens.token(i).kind() == Token.Kind.SIGN;
      Optional<DateFind> found = sign ? Optional.empty() : at(tokens, i, context);
      found.ifPresent(finds::add);
      i = found.isPresent() ? found.get().to() : i + 1;
    }
    return rows(tokens, finds);
  }

  private static Optional<DateFind> at(Tokens tokens, int i, CallerContext context) {
    Optional<DateFind> partial = openRow(tokens, i, context);
    if (partial.isPresent()) {
      return partial;
    }
    return Stream.of(
            NumericDates.at(tokens, i, context),
            NamedDates.at(tokens, i, context),
            afterWeekday(tokens, i, context),
            WeekdayDates.at(tokens, i, context),
            RelativeDates.at(tokens, i, context))
        .flatMap(Optional::stream)
        .max(Comparator.comparingInt(DateFind::to))
        .map(found ->
            tokens.is(found.to(), TO) ? NamedDates.rowFrom(tokens, found).orElse(found) : found);
  }

  /// "Thursday, 11 March": the date decides, whatever weekday was said.
  private static Optional<DateFind> afterWeekday(Tokens tokens, int i, CallerContext context) {
    if (CalendarWords.weekdayBeforeDate(tokens.word(i)).isEmpty()) {
      return Optional.empty();
    }
    int next = tokens.is(i + 1, ",") || tokens.is(i + 1, ".") ? i + 2 : i + 1;
    return NumericDates.at(tokens, next, context)
        .or(() -> NamedDates.at(tokens, next, context))
        .map(date -> date.startingAt(i));
  }

  /// "the third to the seventh of april", "5 to 9 May": the first has no month.
  private static Optional<DateFind> openRow(Tokens tokens, int i, CallerContext context) {
    Ordinal first = NamedDates.day(tokens, tokens.is(i, "the") ? i + 1 : i);
    int link = first.next();
    if (link == 0 || !(tokens.is(link, TO) || (tokens.is(link, "and") && between(tokens, i)))) {
      return Optional.empty();
    }
    return NamedDates.at(tokens, link + 1, context)
        .filter(last -> last.dates().single())
        .flatMap(last ->
            Days.of(
                    last.dates().first().getYear(),
                    last.dates().first().getMonthValue(),
                    first.value())
                .filter(day -> !day.isAfter(last.dates().first()))
                .map(day -> new DateFind(i, last.to(), new Dates(day, last.dates().last()))));
  }

  private static boolean between(Tokens tokens, int i) {
    return tokens.is(i - 1, "between");
  }

  /// Joins "monday to friday", "between monday and friday".
  private static List<DateFind> rows(Tokens tokens, List<DateFind> finds) {
    List<DateFind> joined = new ArrayList<>();
    for (DateFind find : finds) {
      Optional<DateFind> row =
          joined.isEmpty() ? Optional.empty() : row(tokens, joined.getLast(), find);
      if (row.isPresent()) {
        joined.removeLast();
      }
      joined.add(row.orElse(find));
    }
    return joined;
  }

  private static Optional<DateFind> row(Tokens tokens, DateFind first, DateFind last) {
    int link = first.to();
    boolean linked =
        last.from() == link + 1
            && (tokens.is(link, TO) || (tokens.is(link, "and") && between(tokens, first.from())));
    boolean weekdays =
        last.to() - last.from() == 1 && CalendarWords.weekday(tokens.word(last.from())).isPresent();
    boolean early = !last.dates().first().isAfter(first.dates().last());
    // Said on a Wednesday, "wednesday to friday" ends after next Wednesday.
    LocalDate end = last.dates().last().plusWeeks(weekdays && early ? 1 : 0);
    return linked && end.isAfter(first.dates().last())
        ? Optional.of(new DateFind(first.from(), last.to(), new Dates(first.dates().first(), end)))
        : Optional.empty();
  }
}
