package parley.callback.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.DayHours;
import parley.callback.calendar.Goal;
import parley.callback.calendar.Span;
import parley.callback.calendar.TestBooks;

class SlotsTest {

  private static final ZoneId ZONE = TestBooks.ZONE;

  /// A Monday.
  private static final Instant NOW = local("2026-06-01T08:00");

  private final CalendarBook book = TestBooks.shop();
  private final List<Held> held = new ArrayList<>();

  private static Instant local(String text) {
    return LocalDateTime.parse(text).atZone(ZONE).toInstant();
  }

  private Slots slots(String kind) {
    Span within = new Span(NOW, NOW.plus(Duration.ofDays(30)));
    return new Slots(book, TestBooks.kind(book, kind), within, held, NOW);
  }

  private List<String> best(String kind, SlotWish wish) {
    return slots(kind).best(wish).stream().map(slot -> slot.local().toString()).toList();
  }

  private static SlotWish wish(String kind, Goal goal) {
    return SlotWish.any(kind, ZONE, new Span(NOW, NOW.plus(Duration.ofDays(14))), goal, 3);
  }

  private void busy(String calendar, String from, String until) {
    held.add(Held.busy(calendar, local(from), local(until)));
  }

  private void booked(String calendar, String from, String until, String place) {
    held.add(
        new Held(
            calendar, new Span(local(from), local(until)), Duration.ZERO, Duration.ZERO, place));
  }

  @Test
  void theSoonestTimesComeFirstAndNeverOverlap() {
    assertEquals(
        List.of("2026-06-01T09:00", "2026-06-01T09:45", "2026-06-01T10:30"),
        best("advice", wish("advice", Goal.SOONEST)));
  }

  @Test
  void aRoomAndAnAdvisorAreHeld() {
    Slot slot = slots("advice").best(wish("advice", Goal.SOONEST)).getFirst();

    assertEquals(List.of("alex", "room-1"), slot.calendars());
    assertEquals("center", slot.place());
    assertEquals(Duration.ofHours(1), Duration.between(slot.whole().from(), slot.whole().until()));
  }

  @Test
  void whatIsBusyIsLeftOut() {
    busy("alex", "2026-06-01T08:30", "2026-06-01T18:00");
    busy("room-1", "2026-06-01T10:00", "2026-06-01T13:00");

    assertEquals(
        List.of("2026-06-01T13:00", "2026-06-01T13:45", "2026-06-01T14:30"),
        best("advice", wish("advice", Goal.SOONEST)));
  }

  @Test
  void daysAndHoursThatSuitAreKeptTo() {
    SlotWish wish =
        new SlotWish(
            "advice",
            ZONE,
            new Span(NOW, NOW.plus(Duration.ofDays(14))),
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.THURSDAY),
            new DayHours(15 * 60, 24 * 60),
            Optional.empty(),
            "",
            Goal.SOONEST,
            4);

    assertEquals(
        List.of("2026-06-04T15:00", "2026-06-04T15:45", "2026-06-06T15:00", "2026-06-11T15:00"),
        best("advice", wish));
  }

  @Test
  void thePersonWhoIsPreferredComesBeforeASoonerTime() {
    List<Slot> best = slots("call").best(wish("call", Goal.SOONEST).with("maria"));

    assertEquals("2026-06-01T10:00", best.getFirst().local().toString());
    assertEquals(List.of("maria"), best.getFirst().calendars());
  }

  @Test
  void theNearestToAWishComesFirst() {
    busy("room-1", "2026-06-03T14:00", "2026-06-03T15:00");

    assertEquals(
        List.of("2026-06-03T13:00", "2026-06-03T15:00", "2026-06-03T12:15"),
        best("advice", wish("advice", Goal.SOONEST).near(local("2026-06-03T14:00"))));
  }

  @Test
  void holesInADayAreAvoidedWhereThatIsTheGoal() {
    busy("alex", "2026-06-01T08:00", "2026-06-01T12:30");
    busy("alex", "2026-06-01T14:00", "2026-06-01T14:45");
    busy("maria", "2026-06-01T08:00", "2026-06-14T00:00");

    // From 13:00 it would leave half an hour; at the edges of what is busy it leaves none.
    assertEquals(
        List.of("2026-06-01T13:00", "2026-06-01T13:30", "2026-06-01T14:45"),
        best("call", wish("call", Goal.FEWEST_GAPS)));
  }

  @Test
  void twoPlacesHaveTheWayBetweenThem() {
    booked("fitter", "2026-06-02T10:00", "2026-06-02T11:00", "north");
    Slots slots = slots("fitting-south");

    assertInstanceOf(Slots.At.Impossible.class, slots.at(local("2026-06-02T11:30"), ZONE, ""));
    assertInstanceOf(Slots.At.Possible.class, slots.at(local("2026-06-02T11:40"), ZONE, ""));
    assertInstanceOf(Slots.At.Impossible.class, slots.at(local("2026-06-02T08:30"), ZONE, ""));
    assertInstanceOf(Slots.At.Possible.class, slots.at(local("2026-06-02T08:20"), ZONE, ""));
  }

  @Test
  void somethingShortInBetweenDoesNotHideTheWay() {
    booked("fitter", "2026-06-02T10:00", "2026-06-02T11:00", "north");
    busy("fitter", "2026-06-02T11:00", "2026-06-02T11:05");

    assertInstanceOf(
        Slots.At.Impossible.class, slots("fitting-south").at(local("2026-06-02T11:30"), ZONE, ""));
  }

  @Test
  void theLeastTravelIsNextToWhatIsThereAnyway() {
    booked("fitter", "2026-06-02T10:00", "2026-06-02T11:00", "south");

    assertEquals(
        "2026-06-02T08:00",
        best("fitting-south", wish("fitting-south", Goal.LEAST_TRAVEL)).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-30T10:00, PAST",
    "2026-06-01T08:30, TOO_SOON",
    "2026-12-30T10:00, TOO_FAR",
    "2026-06-07T10:00, CLOSED",
    "2026-06-02T16:30, CLOSED",
    "2026-06-02T10:00, TAKEN"
  })
  void aTimeThatCannotBeHadSaysWhy(String at, Obstacle why) {
    busy("room-1", "2026-06-02T10:30", "2026-06-02T10:45");

    assertEquals(new Slots.At.Impossible(why), slots("advice").at(local(at), ZONE, ""));
  }

  /// Whatever is held: what is offered is open, free, apart from everything else and on the wall's
  /// quarters, over both changes of the clock.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsOfferedCanAlwaysBeHad(long seed) {
    Random random = new Random(seed);
    Instant start =
        (seed % 2 == 0 ? local("2026-03-26T00:00") : local("2026-10-22T00:00"))
            .plus(Duration.ofMinutes(random.nextInt(600)));
    for (int i = 0; i < 60; i++) {
      String calendar = List.of("alex", "maria", "room-1").get(random.nextInt(3));
      Instant from = start.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)));
      held.add(Held.busy(calendar, from, from.plus(Duration.ofMinutes(1 + random.nextInt(120)))));
    }
    Span within = new Span(start, start.plus(Duration.ofDays(7)));
    Slots slots = new Slots(book, TestBooks.kind(book, "advice"), within, held, start);
    Goal goal = List.of(Goal.values()).get(random.nextInt(Goal.values().length));

    List<Slot> best = slots.best(SlotWish.any("advice", ZONE, within, goal, 50));

    assertTrue(best.size() > 5);
    for (Slot slot : best) {
      ZonedDateTime wall = slot.span().from().atZone(ZONE);
      assertEquals(0, wall.getMinute() % 15);
      for (String name : slot.calendars()) {
        assertTrue(
            TestBooks.calendar(book, name)
                .open(within.from(), within.until().plus(Duration.ofDays(1)))
                .stream()
                .anyMatch(open -> open.holds(slot.span())));
        assertTrue(
            held.stream()
                .filter(one -> one.calendar().equals(name))
                .noneMatch(one -> one.whole().overlaps(slot.whole())));
      }
      assertInstanceOf(Slots.At.Possible.class, slots.at(slot.span().from(), ZONE, ""));
    }
  }
}
