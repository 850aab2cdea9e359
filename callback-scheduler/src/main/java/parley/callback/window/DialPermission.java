package parley.callback.window;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import parley.callback.plan.Callback;
import parley.callback.work.Permission;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackOffer.Obstacle;
import parley.dialogue.callback.CallbackWindow;

/// Asked right before a call is made, since hours, clocks and the list of numbers that are never
/// called may have changed since it was promised. Thread: any.
public final class DialPermission implements Permission {

  /// A call is begun when it may ring so long.
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private static final String NO_HOUR = "no hour is known to be right where the number may be";

  private final Callees callees;
  private final PermittedHours permitted;
  private final Duration ahead;

  /// @param ahead how far away the next hour is looked for
  public DialPermission(Callees callees, PermittedHours permitted, Duration ahead) {
    this.callees = callees;
    this.permitted = permitted;
    this.ahead = ahead;
  }

  @Override
  public Verdict verdict(Callback callback, Instant now) {
    Optional<ZoneId> promised = callback.window().map(CallbackWindow::zone);
    return mayDialNow(callback.number(), promised, callback.queue(), now);
  }

  /// @param zone that the callee has named or was promised an hour of; empty: it follows from the
  ///   number
  /// @param queue empty for anybody
  Verdict mayDialNow(PhoneNumber number, Optional<ZoneId> zone, String queue, Instant now) {
    return switch (callees.look(number, zone)) {
      case Callees.Barred(Obstacle why) -> new AskPerson(sentence(why));
      case Callees.Known(_, Set<ZoneId> zones) ->
          permitted
              .first(queue, zones, now, SHORTEST, now.plus(ahead))
              .<Verdict>map(at -> at.isAfter(now) ? new NotBefore(at) : new Allowed())
              .orElseGet(() -> new AskPerson(NO_HOUR));
    };
  }

  private static String sentence(Obstacle why) {
    return "it must not be called: " + why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
