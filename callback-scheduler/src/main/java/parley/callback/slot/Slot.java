package parley.callback.slot;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import parley.callback.calendar.Span;

/// A time for an appointment, with the calendars that it holds. Immutable; any thread.
///
/// @param kind of appointment
/// @param zone in whose hours it is told
/// @param calendars names; one of each group that the kind needs
/// @param before held before it
/// @param after held after it
/// @param place empty: nowhere in particular
public record Slot(
    String kind,
    Span span,
    ZoneId zone,
    List<String> calendars,
    Duration before,
    Duration after,
    String place) {

  public Slot {
    calendars = List.copyOf(calendars);
  }

  /// With what is held around it.
  public Span whole() {
    return span.with(before, after);
  }

  /// Its start on the wall.
  public LocalDateTime local() {
    return LocalDateTime.ofInstant(span.from(), zone);
  }
}
