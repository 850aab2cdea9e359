package parley.callback.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import parley.callback.hours.QueueHours;
import parley.callback.hours.Span;
import parley.callback.quiet.QuietHours;
import parley.config.CallbackSettings.DayTimes;

/// What is permitted, found in the plainest way: by a look at both clocks, each minute anew.
///
/// @param callee the zone of who is called
public record MinuteByMinute(QueueHours hours, QuietHours quiet, ZoneId callee) {

  public boolean permits(Instant minute) {
    LocalDateTime shown = LocalDateTime.ofInstant(minute, hours.zone());
    LocalDate day = shown.toLocalDate();
    boolean works = works(day, shown) || works(day.minusDays(1), shown);
    return works && !rests(LocalDateTime.ofInstant(minute, callee));
  }

  private boolean works(LocalDate day, LocalDateTime shown) {
    long minute = Duration.between(day.atStartOfDay(), shown).toMinutes();
    List<Span> spans = hours.on(day);
    return spans.stream().anyMatch(span -> minute >= span.from() && minute < span.until());
  }

  private boolean rests(LocalDateTime shown) {
    if (quiet.sundays() && shown.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return true;
    }
    if (quiet.hours().isEmpty()) {
      return false;
    }
    DayTimes times = quiet.hours().get();
    LocalTime time = shown.toLocalTime();
    return times.from().isBefore(times.until())
        ? !time.isBefore(times.from()) && time.isBefore(times.until())
        : !time.isBefore(times.from()) || time.isBefore(times.until());
  }

  /// Whether all of a time is permitted.
  public boolean permits(Instant from, Instant until) {
    for (Instant minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
      if (!permits(minute)) {
        return false;
      }
    }
    return true;
  }

  /// The beginning of the first permitted time of a length.
  public Optional<Instant> first(Instant from, Duration length, Instant until) {
    long together = 0;
    for (Instant minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
      together = permits(minute) ? together + 1 : 0;
      if (together == length.toMinutes()) {
        return Optional.of(minute.plusSeconds(60).minus(length));
      }
    }
    return Optional.empty();
  }
}
