package parley.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When people may be called back, and how often it is tried: `callbacks`.
///
/// @param hours the file with the hours of the queues
/// @param doNotCall the file with numbers that are never called; may be missing
/// @param quiet when nobody is called, by the callee's clock; empty: there are no such hours
/// @param quietSundays whether nobody is called on the callee's Sunday
/// @param window how long the time is within which a call is promised
/// @param daysAhead how far away a call is promised at most
/// @param perHour calls, in and out, that the people of one queue can take in an hour
/// @param perHours other numbers for some queues, by queue
/// @param agentFirst queues whose agents are rung before the customer is called; `all`: every one
/// @param extensionDigits numbers up to this length are phones of the house; 0: there are none
public record CallbackSettings(
    Path hours,
    Path doNotCall,
    Optional<DayTimes> quiet,
    boolean quietSundays,
    Duration window,
    int daysAhead,
    int perHour,
    Map<String, Integer> perHours,
    Set<String> agentFirst,
    int extensionDigits,
    Retries retries,
    FollowUps followUps) {

  public CallbackSettings {
    perHours = Map.copyOf(perHours);
    agentFirst = Set.copyOf(agentFirst);
  }

  /// Calls, in and out, that the people of a queue can take in an hour.
  public int perHour(String queue) {
    return perHours.getOrDefault(queue, perHour);
  }

  /// From one time of the day to another; across midnight where the second is not later.
  public record DayTimes(LocalTime from, LocalTime until) {}

  /// What a call can come to that leads to another one.
  public enum Failure {
    BUSY,
    NO_ANSWER,
    /// A machine answered and took no message.
    MACHINE,
    MESSAGE_LEFT,
    OTHER_PERSON,
    NUMBER_REFUSED,
    CONGESTION,
    NO_AGENT,
    BROKEN_OFF,
    NOT_DIALLED
  }

  /// How often a call is made that ends in one way, and the pause after the first.
  public record Retry(int calls, Duration pause) {}

  /// @param each has every kind of failure
  /// @param growth by which each pause is longer than the one before
  /// @param longestPause no pause is longer
  /// @param calls of one callback in all, whatever they come to
  public record Retries(Map<Failure, Retry> each, double growth, Duration longestPause, int calls) {
    public Retries {
      each = Collections.unmodifiableMap(new EnumMap<>(each));
      if (each.size() != Failure.values().length) {
        throw new IllegalArgumentException("Every kind of failure needs its retries");
      }
    }

    public Retry of(Failure failure) {
      Retry retry = each.get(failure);
      if (retry == null) {
        throw new IllegalStateException("No retries for " + failure);
      }
      return retry;
    }
  }

  /// How a customer hears of what a conversation left to be done.
  public enum Way {
    CALL,
    MAIL,
    /// People see to it; Parley turns to nobody by itself.
    PERSON
  }

  /// @param answer for a question without an answer
  /// @param repair for a service that failed
  public record FollowUps(Way answer, Way repair) {}
}
