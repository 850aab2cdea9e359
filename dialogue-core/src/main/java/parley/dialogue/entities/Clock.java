package parley.dialogue.entities;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// A time as it was said. Where neither a.m. nor a part of the day was said, seven to twelve are
/// before or at noon and one to six after it, for those are the hours in which desks are open.
///
/// @param hour 0 to 24; 24 is the midnight at a day's end
/// @param open whether the other half of the day can be meant; then the hour is 1 to 12
record Clock(int hour, int minute, boolean open) {
  private static final int HALF_DAY = 12;
  private static final int MIDNIGHT = 24;
  private static final int FIRST_MORNING_HOUR = 7;
  private static final int MINUTES = 60;

  Clock {
    boolean valid = hour >= 0 && hour <= MIDNIGHT && minute >= 0 && minute < MINUTES;
    if (!valid || (open && (hour < 1 || hour > HALF_DAY)) || (hour == MIDNIGHT && minute > 0)) {
      throw new IllegalArgumentException("A time lies between 0:00 and 24:00");
    }
  }

  static Optional<Clock> said(int hour, int minute) {
    boolean face = hour >= 1 && hour <= HALF_DAY;
    return hour < MIDNIGHT && hour >= 0 && minute >= 0 && minute < MINUTES
        ? Optional.of(new Clock(hour, minute, face))
        : Optional.empty();
  }

  static Clock noon() {
    return new Clock(HALF_DAY, 0, false);
  }

  static Clock midnight() {
    return new Clock(MIDNIGHT, 0, false);
  }

  Clock fixed() {
    return new Clock(hour, minute, false);
  }

  Clock in(DayPart part) {
    if (!open) {
      return this;
    }
    int inPart = part.hour(hour);
    return inPart == MIDNIGHT && minute > 0
        ? new Clock(0, minute, false)
        : new Clock(inPart, minute, false);
  }

  /// "p.m." or "a.m.".
  Clock half(boolean afternoon) {
    return open ? new Clock(hour % HALF_DAY + (afternoon ? HALF_DAY : 0), minute, false) : this;
  }

  /// By the rule of this class.
  Clock usual() {
    if (!open) {
      return this;
    }
    return new Clock(hour < FIRST_MORNING_HOUR ? hour + HALF_DAY : hour, minute, false);
  }

  /// The latest of its two meanings that lies before this time ("eight to nine p.m.").
  Clock before(Clock end) {
    Clock late = half(true);
    return !open || late.minutes() < end.minutes() ? late : half(false);
  }

  /// The earliest of its two meanings after this time ("ten to two").
  Clock after(Clock start) {
    Clock early = half(false);
    return !open || early.minutes() > start.minutes() ? early : half(true);
  }

  private int minutes() {
    return hour * MINUTES + minute;
  }

  LocalTime time() {
    return LocalTime.of(hour % MIDNIGHT, minute);
  }

  LocalDateTime on(LocalDate day) {
    return (hour == MIDNIGHT ? day.plusDays(1) : day).atTime(time());
  }
}
