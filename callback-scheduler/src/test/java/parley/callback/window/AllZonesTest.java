package parley.callback.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import parley.callback.hours.HoursBook;
import parley.callback.hours.QueueHours;
import parley.callback.hours.Span;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.quiet.DoNotCall;
import parley.callback.quiet.QuietHours;
import parley.callback.retry.GrowingRetries;
import parley.callback.work.Next;
import parley.callback.work.Permission;
import parley.callback.zone.CalleeZones;
import parley.callback.zone.NumberPlan;
import parley.config.CallbackSettings.DayTimes;
import parley.config.CallbackSettings.Failure;
import parley.config.CallbackSettings.Retries;
import parley.config.CallbackSettings.Retry;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.CallbackWish;

/// What holds at every time in every zone: where clocks jump, where rules change, on leap days,
/// across midnight, and however the clock of the machine was set. Most instants are near a jump or
/// a leap day. Compared with [MinuteByMinute].
class AllZonesTest {

  /// Without those that ical4j adds to the JDK's, which nobody can name.
  private static final List<ZoneId> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> !name.startsWith("ical4j"))
          .sorted()
          .map(ZoneId::of)
          .toList();

  private static final PhoneNumber NUMBER = new PhoneNumber("+442079460123");
  private static final ZoneId SITE = ZoneId.of("Europe/London");
  private static final NumberPlan PLAN = new NumberPlan("GB", SITE, 4);
  private static final Duration AHEAD = Duration.ofDays(4);

  /// Somebody's hours, somebody's night, and a moment.
  record Case(QueueHours hours, QuietHours quiet, ZoneId callee, Instant now, Duration window) {

    MinuteByMinute minutes() {
      return new MinuteByMinute(hours, quiet, callee);
    }

    PermittedHours permitted() {
      HoursBook book = new HoursBook(hours, Map.of());
      return new PermittedHours(() -> book, quiet);
    }

    Callees callees() {
      return new Callees(PLAN, new CalleeZones(SITE, _ -> Optional.empty()), DoNotCall.NOBODY);
    }

    CallbackOffer offer(Optional<LocalDateTime> from, Optional<LocalDateTime> until) {
      Load idle = Load.perHour(20, Load.Promised.NOTHING);
      return new PossibleTimes(callees(), permitted(), idle, window, AHEAD)
          .offer(new CallbackWish(NUMBER, Optional.of(callee), "", from, until), now);
    }

    /// The moment as a window may begin at it.
    Instant soonest() {
      return WishedTime.soonest(now);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "20261128")
  void soonIsTheFirstWindowThatAnybodyMayBeCalledIn(@ForAll("cases") Case at) {
    Optional<Instant> first =
        at.minutes().first(at.soonest(), at.window(), at.soonest().plus(AHEAD));

    switch (at.offer(Optional.empty(), Optional.empty())) {
      case CallbackOffer.Possible(CallbackWindow window, boolean asWished, var why) -> {
        assertEquals(first, Optional.of(window.from()));
        assertEquals(at.window(), Duration.between(window.from(), window.until()));
        assertEquals(asWished, window.from().equals(at.soonest()));
        assertEquals(asWished, why == CallbackOffer.Obstacle.NONE);
      }
      case CallbackOffer.Impossible _ -> assertEquals(Optional.empty(), first);
      case CallbackOffer.ZoneUnknown _ -> throw new AssertionError("the zone was named");
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "20261129")
  void aWindowIsNeverInThePastNorInTheNightNorOutsideTheHours(
      @ForAll("cases") Case at,
      @ForAll @IntRange(min = -4000, max = 8000) int begin,
      @ForAll @IntRange(min = -30, max = 600) int minutes) {
    LocalDateTime shown = LocalDateTime.ofInstant(at.soonest(), at.callee());
    LocalDateTime from = shown.plusMinutes(begin);
    LocalDateTime until = from.plusMinutes(minutes);

    CallbackOffer offer = at.offer(Optional.of(from), Optional.of(until));

    if (offer instanceof CallbackOffer.Possible(CallbackWindow window, boolean asWished, _)) {
      assertFalse(window.from().isBefore(at.now()));
      assertTrue(at.minutes().permits(window.from(), window.until()));
      assertFalse(window.until().isAfter(at.soonest().plus(AHEAD)));
      if (asWished && minutes > 0) {
        assertFalse(LocalDateTime.ofInstant(window.from(), at.callee()).isBefore(from));
        Instant lastShown = window.until().minusSeconds(60);
        assertTrue(LocalDateTime.ofInstant(lastShown, at.callee()).isBefore(until));
      }
    } else {
      assertInstanceOf(CallbackOffer.Impossible.class, offer);
      assertEquals(
          Optional.empty(),
          at.minutes().first(at.soonest(), at.window(), at.soonest().plus(AHEAD)));
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "20261130")
  void aCallIsMadeNowOnlyAtAPermittedMinute(@ForAll("cases") Case at) {
    DialPermission permission = new DialPermission(at.callees(), at.permitted(), AHEAD);
    Instant now = at.soonest();

    Permission.Verdict answer = permission.mayDialNow(NUMBER, Optional.of(at.callee()), "", now);

    Optional<Instant> first = at.minutes().first(now, Duration.ofMinutes(1), now.plus(AHEAD));
    switch (answer) {
      case Permission.Allowed() -> assertEquals(Optional.of(now), first);
      case Permission.NotBefore(Instant then) -> {
        assertEquals(Optional.of(then), first);
        assertTrue(then.isAfter(now));
      }
      case Permission.AskPerson _ -> assertEquals(Optional.empty(), first);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "20261201")
  void retriesComeLaterAtAPermittedMinuteAndEnd(
      @ForAll("cases") Case at,
      @ForAll("outcomes") List<AttemptOutcome> outcomes,
      @ForAll @LongRange(min = -7_200, max = 172_800) long step) {
    GrowingRetries plan = new GrowingRetries(RETRIES, at.callees(), at.permitted(), AHEAD);
    List<AttemptOutcome> before = new ArrayList<>();
    Instant now = at.now();
    for (AttemptOutcome outcome : outcomes) {
      before.add(outcome);
      Attempt attempt =
          new Attempt(new java.util.UUID(0, 2), callback(at, before.size()), before.size());
      if (!(plan.after(attempt, before, now) instanceof Next.Again(Instant then))) {
        return;
      }
      assertTrue(then.isAfter(now));
      assertTrue(at.minutes().permits(then));
      // The clock of the machine may be put forward or back before the call is made.
      now = then.plusSeconds(step);
    }
    throw new AssertionError("still tried after " + outcomes.size() + " calls");
  }

  private static final Retries RETRIES = retries();

  private static Retries retries() {
    Map<Failure, Retry> each = new EnumMap<>(Failure.class);
    int calls = 2;
    for (Failure failure : Failure.values()) {
      each.put(failure, new Retry(calls, Duration.ofMinutes(calls)));
      calls++;
    }
    return new Retries(each, 2, Duration.ofHours(24), 12);
  }

  private static Callback callback(Case at, int attempts) {
    CallbackWindow promised = new CallbackWindow(at.now(), at.now().plus(at.window()), at.callee());
    return new Callback(
        new java.util.UUID(0, 1),
        Callback.Origin.CALL,
        Optional.empty(),
        NUMBER,
        "a question",
        "",
        "en",
        Optional.of(promised),
        Callback.Order.CUSTOMER_FIRST,
        attempts,
        CallbackState.DIALLING);
  }

  @Provide
  Arbitrary<List<AttemptOutcome>> outcomes() {
    return Arbitraries.of(AttemptOutcome.class)
        // Without a taker nobody is called: that goes on until somebody takes it.
        .filter(outcome -> outcome != AttemptOutcome.KEPT && outcome != AttemptOutcome.NO_TAKER)
        .list()
        .ofSize(13);
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<ZoneId> zones = Arbitraries.of(ZONES);
    Arbitrary<Duration> windows = Arbitraries.of(5, 20, 30, 60, 120).map(Duration::ofMinutes);
    return zones.flatMap(callee ->
        Combinators.combine(hours(callee), quiet(), instants(callee), windows)
            .as((hours, quiet, now, window) -> new Case(hours, quiet, callee, now, window)));
  }

  /// Half of the queues keep the callee's time.
  private static Arbitrary<QueueHours> hours(ZoneId callee) {
    Arbitrary<ZoneId> zone = Arbitraries.oneOf(Arbitraries.just(callee), Arbitraries.of(ZONES));
    Arbitrary<List<Span>> spans =
        Arbitraries.of(
            List.of(),
            List.of(new Span(480, 1200)),
            List.of(new Span(480, 720), new Span(780, 1020)),
            List.of(new Span(1320, 1800)),
            List.of(new Span(0, 1440)),
            List.of(new Span(90, 150), new Span(1380, 1445)),
            List.of(new Span(120, 180)));
    return Combinators.combine(zone, spans, spans, spans)
        .as((of, first, second, third) -> {
          Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
          for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(first, second, third).get(day.getValue() % 3));
          }
          return new QueueHours(of, week, Map.of(), Set.of());
        });
  }

  private static Arbitrary<QuietHours> quiet() {
    Arbitrary<Optional<DayTimes>> times =
        Arbitraries.of(
            Optional.empty(),
            Optional.of(new DayTimes(LocalTime.of(21, 0), LocalTime.of(8, 0))),
            Optional.of(new DayTimes(LocalTime.of(0, 0), LocalTime.of(2, 30))),
            Optional.of(new DayTimes(LocalTime.of(12, 0), LocalTime.of(13, 30))));
    return Combinators.combine(times, Arbitraries.of(true, false)).as(QuietHours::new);
  }

  /// Near a jump of the zone's clocks, near a leap day, or anywhere from 2024 to 2040.
  private static Arbitrary<Instant> instants(ZoneId zone) {
    long first = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond();
    Arbitrary<Instant> any = Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond);
    Arbitrary<Instant> near =
        Combinators.combine(any, Arbitraries.longs().between(-90_000, 7_200))
            .as((time, seconds) -> {
              ZoneOffsetTransition jump = zone.getRules().nextTransition(time);
              return jump == null ? time : jump.getInstant().plusSeconds(seconds);
            });
    Arbitrary<Instant> leap =
        Combinators.combine(
                Arbitraries.of(2024, 2028, 2032, 2036),
                Arbitraries.longs().between(-90_000, 90_000))
            .as((year, seconds) -> Instant.parse(year + "-02-29T00:00:00Z").plusSeconds(seconds));
    return Arbitraries.frequencyOf(Tuple.of(5, near), Tuple.of(2, leap), Tuple.of(2, any));
  }
}
