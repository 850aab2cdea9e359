package parley.server.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import parley.callback.dial.Dialler;
import parley.callback.promise.DialableNumbers;
import parley.callback.work.CallbackWork;
import parley.callback.work.Next;
import parley.callback.work.Node;
import parley.callback.work.Pace;
import parley.callback.work.Permission;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.db.callback.DueCallbacks;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackTimes;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.CallbackWish;
import parley.server.callbacks.Offers;

/// Callbacks that are kept, made of the modules' parts. Thread: any.
public final class CallbackWiring {

  private static final Duration AGAIN = Duration.ofMinutes(30);
  private static final int MOST_CALLS = 3;

  private CallbackWiring() {}

  /// What people may promise by command.
  public static Offers offers(Settings settings) {
    ZoneId site = settings.site().zone();
    return new Offers(
        permissive(site),
        new DialableNumbers(
            Set.of(settings.asterisk().extension()), DialableNumbers.EMERGENCY_NUMBERS));
  }

  /// Every hour that is not over, on the site's clock where no zone is told.
  static CallbackTimes permissive(ZoneId site) {
    return (wish, now) -> {
      ZoneId zone = wish.zone().orElse(site);
      Instant from = wish.from().map(hour -> hour.atZone(zone).toInstant()).orElse(now);
      boolean past = from.isBefore(now);
      Instant begin = past ? now : from;
      CallbackWindow window = new CallbackWindow(begin, until(wish, zone, begin), zone);
      return new CallbackOffer.Possible(
          window, !past, past ? CallbackOffer.Obstacle.PAST : CallbackOffer.Obstacle.NONE);
    };
  }

  private static Instant until(CallbackWish wish, ZoneId zone, Instant begin) {
    return wish.until()
        .map(hour -> hour.atZone(zone).toInstant())
        .filter(begin::isBefore)
        .orElse(begin.plus(Duration.ofHours(1)));
  }

  /// What decides about calls.
  ///
  /// @param lines for callbacks of one queue, all nodes together
  static CallbackWork.Rules rules(int lines) {
    return new CallbackWork.Rules(
        Permission.ALWAYS,
        _ -> lines,
        (attempt, outcomes, now) ->
            switch (outcomes.getLast()) {
              case KEPT -> new Next.Kept();
              case NUMBER_REFUSED -> new Next.GivenUp("the network refuses the number");
              case BUSY,
                  NO_ANSWER,
                  MESSAGE_LEFT,
                  MACHINE,
                  OTHER_PERSON,
                  CONGESTION,
                  NO_AGENT,
                  BROKEN_OFF,
                  NOT_DIALLED ->
                  attempt.number() < MOST_CALLS
                      ? new Next.Again(now.plus(AGAIN))
                      : new Next.GivenUp("tried as often as is allowed");
            });
  }

  /// Begins to keep promises.
  public static DueCallbacks start(
      DatabaseParts database, Dialler dialler, CallbackWork.Rules rules, Node node, Pace pace) {
    Clock clock = database.sharedClock();
    CallbackWork work =
        new CallbackWork(database.callbacks(), dialler, rules, node, pace.pause(), clock);
    return DueCallbacks.start(database.database(), node, pace, clock, work::keep);
  }
}
