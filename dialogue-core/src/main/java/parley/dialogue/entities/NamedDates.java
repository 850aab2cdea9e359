package parley.dialogue.entities;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.entities.CalendarWords.NamedYear;
import parley.dialogue.entities.Numerals.Ordinal;

/// Dates with a month's name: "the third of march", "March 3rd, 2027", "5 May", and whole months:
/// "in august". Pure; any thread.
final class NamedDates {
  private static final Set<String> MONTH_CUES =
      Set.of(
          "in", "since", "until", "till", "by", "last", "next", "this", "during", "early", "late");
  private static final Set<String> MONTHS_THAT_ARE_WORDS = Set.of("march", "may");
  private static final Set<String> AFTER_MONTH = Set.of(".", ",");

  private NamedDates() {}

  static Optional<DateFind> at(Tokens tokens, int i, CallerContext context) {
    return dayFirst(tokens, i, context)
        .or(() -> monthFirst(tokens, i, context))
        .or(() -> month(tokens, i, context));
  }

  private static Optional<DateFind> dayFirst(Tokens tokens, int i, CallerContext context) {
    int from = tokens.is(i, "the") ? i + 1 : i;
    Ordinal day = day(tokens, from);
    if (day.next() == 0) {
      return Optional.empty();
    }
    // "four of march street" is no date: words without "the" need to be ordinals.
    int at = tokens.is(day.next(), "of") ? day.next() + 1 : day.next();
    boolean sure = !MONTHS_THAT_ARE_WORDS.contains(tokens.word(at)) || at > day.next();
    return CalendarWords.monthBesideDay(tokens.word(at))
        .filter(month -> sure || endsDate(tokens, at + 1))
        .flatMap(month -> dated(tokens, i, month, day.value(), at + 1, context));
  }

  /// "the second may be broken" is no date.
  private static boolean endsDate(Tokens tokens, int at) {
    return Endings.endsWell(tokens, at) || CalendarWords.year(tokens, at).present();
  }

  private static Optional<DateFind> monthFirst(Tokens tokens, int i, CallerContext context) {
    Optional<Month> month = CalendarWords.monthBesideDay(tokens.word(i));
    if (month.isEmpty()) {
      return Optional.empty();
    }
    int from = tokens.is(i + 1, "the") || tokens.is(i + 1, ".") ? i + 2 : i + 1;
    Ordinal day = day(tokens, from);
    if (day.next() == 0) {
      day = cardinal(tokens, i, from);
    }
    boolean number = day.next() > 0 && Units.singular(tokens.word(day.next())).isEmpty();
    return number
        ? dated(tokens, i, month.get(), day.value(), day.next(), context)
        : Optional.empty();
  }

  /// "june 5th to 8th": the token after the last day, and the row; empty when no row goes on there.
  static Optional<DateFind> rowFrom(Tokens tokens, DateFind first) {
    int at = first.to() + (tokens.is(first.to() + 1, "the") ? 2 : 1);
    Ordinal last = day(tokens, at);
    boolean opens = CalendarWords.monthBesideDay(tokens.word(first.from())).isPresent();
    if (!opens || last.next() == 0 || !Endings.endsWell(tokens, last.next())) {
      return Optional.empty();
    }
    LocalDate begin = first.dates().first();
    return Days.of(begin.getYear(), begin.getMonthValue(), last.value())
        .filter(end -> end.isAfter(begin))
        .map(end -> new DateFind(first.from(), last.next(), new EntityValue.Dates(begin, end)));
  }

  /// "april five", but "may five people" and "march two" are none.
  private static Ordinal cardinal(Tokens tokens, int month, int at) {
    if (MONTHS_THAT_ARE_WORDS.contains(tokens.word(month))) {
      return new Ordinal(0, 0);
    }
    return NumberReader.spoken(tokens, at)
        .filter(n -> n.value().intValue() >= 1 && n.value().intValue() <= 31)
        .map(n -> new Ordinal(n.value().intValue(), n.next()))
        .orElse(new Ordinal(0, 0));
  }

  /// An ordinal or one or two figures.
  static Ordinal day(Tokens tokens, int at) {
    Ordinal ordinal = Numerals.ordinal(tokens, at);
    if (ordinal.next() > 0) {
      return ordinal;
    }
    boolean figures =
        tokens.token(at).isDigits()
            && tokens.word(at).length() <= 2
            && !tokens.gluedSign(at + 1, ":")
            && !tokens.gluedSign(at - 1, ":");
    return figures
        ? new Ordinal(
            Integer.parseInt(tokens.word(at)), tokens.gluedSign(at + 1, ".") ? at + 2 : at + 1)
        : new Ordinal(0, 0);
  }

  private static Optional<DateFind> dated(
      Tokens tokens, int from, Month month, int day, int at, CallerContext context) {
    int comma = tokens.is(at, AFTER_MONTH) ? at + 1 : at;
    NamedYear year = CalendarWords.year(tokens, comma);
    Optional<LocalDate> date =
        year.present()
            ? Days.of(year.value(), month.getValue(), day)
            : Days.nearest(
                context.today(),
                month,
                day,
                PastCues.before(tokens, from, context),
                !PastCues.ahead(tokens, from, context));
    int to = year.present() ? year.next() : at;
    return date.map(d -> new DateFind(from, to, EntityValue.Dates.of(d)));
  }

  private static Optional<DateFind> month(Tokens tokens, int i, CallerContext context) {
    Optional<Month> month = CalendarWords.month(tokens.word(i));
    if (month.isEmpty()) {
      return Optional.empty();
    }
    NamedYear year = CalendarWords.year(tokens, i + 1);
    if (year.present()) {
      return Days.of(year.value(), month.get().getValue(), 1)
          .map(d -> new DateFind(i, year.next(), Days.wholeMonth(d)));
    }
    boolean verb = tokens.is(i, MONTHS_THAT_ARE_WORDS) && tokens.is(i - 1, "this");
    if (verb || !tokens.is(i - 1, MONTH_CUES)) {
      return Optional.empty();
    }
    boolean past = tokens.is(i - 1, "last") || PastCues.before(tokens, i, context);
    LocalDate thisMonth = context.today().withDayOfMonth(1);
    return Days.nearest(thisMonth, month.get(), 1, past)
        .map(d -> new DateFind(i, i + 1, Days.wholeMonth(d)));
  }
}
