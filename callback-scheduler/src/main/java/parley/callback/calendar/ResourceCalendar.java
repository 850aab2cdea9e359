package parley.callback.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A person's or a room's calendar: when it can be booked at all. Immutable; any thread.
///
/// @param name names it everywhere, also its row and its file
/// @param room a room, or else a person
/// @param title as customers read it
/// @param mail whom letters about its appointments go to; empty: nobody
/// @param place where a room is, or a person usually works; empty: nowhere in particular
/// @param groups what it can be asked for as; always its own name, too
/// @param weekly hours of the days on which it can be had
/// @param exceptions instead of the weekly hours; an empty list: not at all
/// @param feed of times at which it is busy elsewhere
public record ResourceCalendar(
    String name,
    boolean room,
    String title,
    String mail,
    ZoneId zone,
    String place,
    Set<String> groups,
    Map<DayOfWeek, List<DayHours>> weekly,
    Map<LocalDate, List<DayHours>> exceptions,
    Optional<Feed> feed) {

  public ResourceCalendar {
    groups = Set.copyOf(groups);
    weekly = Map.copyOf(weekly);
    exceptions = Map.copyOf(exceptions);
  }

  /// Its hours within a stretch of time, in order, joined where they touch.
  public List<Span> open(Instant from, Instant until) {
    List<Span> spans = new ArrayList<>();
    LocalDate last = until.atZone(zone).toLocalDate();
    // Yesterday's hours can reach into the first day where midnight is skipped.
    for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (DayHours hours : hours(day)) {
        hours.on(day, zone).ifPresent(spans::add);
      }
    }
    spans.sort(Comparator.comparing(Span::from));
    return joined(spans).stream()
        .filter(span -> span.until().isAfter(from) && span.from().isBefore(until))
        .toList();
  }

  private List<DayHours> hours(LocalDate day) {
    List<DayHours> weekday = weekly.getOrDefault(day.getDayOfWeek(), List.of());
    return exceptions.getOrDefault(day, weekday);
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && !span.from().isAfter(last.until())) {
        Instant end = span.until().isAfter(last.until()) ? span.until() : last.until();
        joined.set(joined.size() - 1, new Span(last.from(), end));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
