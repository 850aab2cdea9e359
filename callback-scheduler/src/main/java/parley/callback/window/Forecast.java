package parley.callback.window;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// How many calls of a queue will need a person: for each hour of the week the mean of the weeks
/// that were counted. Before anything was counted, half of what the people can do is taken to be
/// needed; that counts as [#PRIOR_WEEKS] more weeks, and so weighs less the longer calls are
/// counted. Pure.
///
/// @param zone by whose clock the hours of the week are
public record Forecast(CallHistory history, ZoneId zone) {

  static final double PRIOR_SHARE = 0.5;
  static final double PRIOR_WEEKS = 2;

  /// Calls that come in within a time, which may be a part of an hour.
  ///
  /// @param perHour calls that the queue's people can take in an hour
  public double calls(String queue, int perHour, Instant from, Instant until) {
    double calls = 0;
    ZonedDateTime at = from.atZone(zone);
    while (at.toInstant().isBefore(until)) {
      ZonedDateTime next = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      Instant end = next.toInstant().isBefore(until) ? next.toInstant() : until;
      double hours = Duration.between(at.toInstant(), end).toSeconds() / 3600.0;
      calls += hours * anHour(queue, perHour, at);
      at = next;
    }
    return calls;
  }

  private double anHour(String queue, int perHour, ZonedDateTime at) {
    CallHistory.Slot slot = new CallHistory.Slot(queue, at.getDayOfWeek(), at.getHour());
    double prior = PRIOR_SHARE * perHour * PRIOR_WEEKS;
    return (prior + history.of(slot)) / (PRIOR_WEEKS + history.weeks());
  }
}
