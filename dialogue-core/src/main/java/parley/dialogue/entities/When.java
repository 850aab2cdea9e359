package parley.dialogue.entities;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import parley.dialogue.entities.EntityValue.Dates;
import parley.dialogue.entities.EntityValue.Moments;
import parley.dialogue.entities.EntityValue.Times;

/// Day, time and part of the day as far as they were said together. Pure; any thread.
///
/// @param from the first token
/// @param to the token after the last
record When(
    int from, int to, Optional<Dates> dates, Optional<ClockFind> clock, Optional<DayPart> part) {

  static When of(DateFind find) {
    return new When(
        find.from(), find.to(), Optional.of(find.dates()), Optional.empty(), Optional.empty());
  }

  static When of(ClockFind find) {
    return new When(find.from(), find.to(), Optional.empty(), Optional.of(find), Optional.empty());
  }

  static When of(PartFinder.PartFind find, LocalDate today) {
    return new When(
        find.from(),
        find.to(),
        find.today() ? Optional.of(Dates.of(today)) : Optional.empty(),
        Optional.empty(),
        Optional.of(find.part()));
  }

  /// Both as one, when neither says what the other says too.
  Optional<When> with(When next) {
    boolean twice =
        (dates.isPresent() && next.dates.isPresent())
            || (clock.isPresent() && next.clock.isPresent())
            || (part.isPresent() && next.part.isPresent());
    boolean days = dates.or(next::dates).map(d -> !d.single()).orElse(false);
    return twice || days
        ? Optional.empty()
        : Optional.of(
            new When(
                from, next.to, dates.or(next::dates), clock.or(next::clock), part.or(next::part)));
  }

  EntityValue value(CallerContext context) {
    Optional<ClockFind> times = clock.map(c -> part.map(c::in).orElse(c));
    if (times.isPresent()) {
      return dates.isPresent()
          ? moments(dates.get().first(), soon(times.get(), context), context.zone())
          : times(times.get().usual());
    }
    if (part.isEmpty()) {
      return dates.orElseThrow();
    }
    return dates.isPresent()
        ? moments(
            dates.get().first().atTime(part.get().begins()),
            dates.get().first().atTime(part.get().ends()),
            context.zone())
        : new Times(part.get().begins(), part.get().ends());
  }

  /// "Today at eight", said at two, is in the evening.
  private ClockFind soon(ClockFind find, CallerContext context) {
    LocalDateTime now = context.local().toLocalDateTime();
    ClockFind usual = find.usual();
    boolean gone =
        find.single()
            && dates.orElseThrow().first().equals(now.toLocalDate())
            && usual.begin().on(now.toLocalDate()).isBefore(now);
    return gone && find.begin().open() && find.begin().half(true).on(now.toLocalDate()).isAfter(now)
        ? new ClockFind(find.from(), find.to(), find.begin().half(true), find.begin().half(true))
        : usual;
  }

  private static Times times(ClockFind find) {
    return new Times(find.begin().time(), find.end().time());
  }

  private static Moments moments(LocalDate day, ClockFind find, ZoneId zone) {
    LocalDateTime begin = find.begin().on(day);
    LocalDateTime end = find.end().on(day);
    return moments(begin, end.isBefore(begin) ? end.plusDays(1) : end, zone);
  }

  /// A time that the clocks jump over is as much later; one that comes twice is the first of the
  /// two.
  private static Moments moments(LocalDateTime from, LocalDateTime to, ZoneId zone) {
    ZonedDateTime begin = from.atZone(zone);
    ZonedDateTime end = to.atZone(zone);
    return new Moments(begin, end.isBefore(begin) ? begin : end);
  }
}
