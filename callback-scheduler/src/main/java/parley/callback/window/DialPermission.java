package parley.callback.window;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackOffer.Obstacle;

/// Asked right before a call is made, since hours, clocks and the list of numbers that are never
/// called may have changed since it was promised. Thread: any.
public final class DialPermission {

  /// A call is begun when it may ring so long.
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final Callees callees;
  private final PermittedHours permitted;
  private final Duration ahead;

  /// @param ahead how far away the next hour is looked for
  public DialPermission(Callees callees, PermittedHours permitted, Duration ahead) {
    this.callees = callees;
    this.permitted = permitted;
    this.ahead = ahead;
  }

  /// Whether a call may be made.
  public sealed interface Answer {

    /// It may be made now.
    record Now() implements Answer {}

    /// Not before this.
    record NotBefore(Instant at) implements Answer {}

    /// Never.
    record Never(Obstacle why) implements Answer {}

    /// Parley must not dial: the callee's zone is not known, or no hour is right in all of the
    /// zones where the callee may be.
    record AskPerson() implements Answer {}
  }

  /// @param zone that the callee has named or was promised an hour of; empty: it follows from the
  ///   number
  /// @param queue empty for anybody
  public Answer mayDialNow(PhoneNumber number, Optional<ZoneId> zone, String queue, Instant now) {
    return switch (callees.look(number, zone)) {
      case Callees.Barred(Obstacle why) -> new Answer.Never(why);
      case Callees.Known(_, Set<ZoneId> zones) ->
          permitted
              .first(queue, zones, now, SHORTEST, now.plus(ahead))
              .<Answer>map(at -> at.isAfter(now) ? new Answer.NotBefore(at) : new Answer.Now())
              .orElseGet(Answer.AskPerson::new);
    };
  }
}
