package parley.db.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static parley.db.appointment.TestCalendars.NOW;
import static parley.db.appointment.TestCalendars.SQL;
import static parley.db.appointment.TestCalendars.STORE;
import static parley.db.jooq.Tables.APPOINTMENT_LETTER;
import static parley.db.jooq.Tables.APPOINTMENT_PART;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.AppointmentDesk;
import parley.callback.appointment.Booked;
import parley.callback.appointment.CalendarAnswers;
import parley.callback.appointment.CalendarAnswers.Taken;
import parley.callback.appointment.Letter;
import parley.callback.calendar.Span;
import parley.callback.slot.Obstacle;

/// Bookings over a real database.
class BookingTest {

  private final AppointmentDesk desk = TestCalendars.desk();
  private final CalendarAnswers answers =
      new CalendarAnswers(STORE, desk, () -> {}, Clock.fixed(NOW, TestCalendars.ZONE));

  @BeforeEach
  void clear() {
    TestCalendars.clear();
  }

  private Appointment booked(String at) {
    return assertInstanceOf(Booked.Done.class, desk.book(TestCalendars.advice(at))).appointment();
  }

  private Taken answer(Appointment to, Appointment.Answer given) {
    return answers.take(
        new CalendarAnswers.Answer(
            to.id().toString(), to.sequence(), "Carla@example.org", given, Optional.empty()));
  }

  private static List<String> letters() {
    return SQL.select(APPOINTMENT_LETTER.KIND)
        .from(APPOINTMENT_LETTER)
        .orderBy(APPOINTMENT_LETTER.CREATED_AT, APPOINTMENT_LETTER.KIND)
        .fetch(APPOINTMENT_LETTER.KIND);
  }

  @Test
  void whatWasBookedIsReadBackAndHasALetter() {
    Appointment booked = booked("2026-06-02T10:00");

    assertEquals(Optional.of(booked), STORE.find(booked.id()));
    assertEquals(Optional.of(booked), STORE.next("4711", NOW));
    assertEquals(Optional.of(booked), STORE.byPrefix(booked.id().toString().substring(0, 8)));
    assertEquals(List.of("INVITATION"), letters());
    assertEquals(List.of(booked), STORE.within(new Span(NOW, NOW.plusSeconds(200_000)), false, 10));
  }

  @Test
  void aTakenTimeIsRefusedWithTheNearestOnes() {
    booked("2026-06-02T10:00");

    Booked.Refused refused =
        assertInstanceOf(Booked.Refused.class, desk.book(TestCalendars.advice("2026-06-02T10:30")));

    assertEquals(Obstacle.TAKEN, refused.why());
    assertEquals(
        List.of("2026-06-02T11:00", "2026-06-02T11:45", "2026-06-02T09:00"),
        refused.nearest().stream().map(slot -> slot.local().toString()).toList());
    assertEquals(1, letters().size());
  }

  @Test
  void anHourThatTheClockSkipsIsRefused() {
    Booked.Refused refused =
        assertInstanceOf(Booked.Refused.class, desk.book(TestCalendars.advice("2027-03-28T02:30")));
    assertEquals(Obstacle.NO_SUCH_HOUR, refused.why());
  }

  @Test
  void ofTwoWhoBookAtOnceOneWinsAndTheOtherHearsOfTheNearestTimes() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int day = 1; day <= 5; day++) {
        String at = "2026-06-0" + day + "T1%d:00";
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Booked> one =
            () -> {
              together.await();
              return desk.book(TestCalendars.advice(at.formatted(0)));
            };
        List<Future<Booked>> both = threads.invokeAll(List.of(one, one));

        List<Booked> results = List.of(both.get(0).get(), both.get(1).get());
        assertEquals(1, results.stream().filter(Booked.Done.class::isInstance).count());
        Booked.Refused refused =
            (Booked.Refused)
                results.stream().filter(Booked.Refused.class::isInstance).findFirst().orElseThrow();
        assertEquals(Obstacle.TAKEN, refused.why());
        assertEquals(
            at.formatted(0).replace("T10", "T09"), refused.nearest().getFirst().local().toString());
      }
    }
    assertEquals(5, letters().size());
  }

  @Test
  void theDatabaseItselfRefusesWhatOverlaps() {
    booked("2026-06-02T10:00");
    var part = SQL.selectFrom(APPOINTMENT_PART).limit(1).fetchSingle();
    Appointment other = booked("2026-06-02T12:00");

    DataAccessException refused =
        assertThrows(
            DataAccessException.class,
            () ->
                SQL.update(APPOINTMENT_PART)
                    .set(APPOINTMENT_PART.HELD_FROM, part.getHeldFrom().plusSeconds(60))
                    .set(APPOINTMENT_PART.HELD_UNTIL, part.getHeldUntil().plusSeconds(60))
                    .where(APPOINTMENT_PART.APPOINTMENT_ID.eq(other.id()))
                    .execute());
    assertEquals("23P01", refused.sqlState());
  }

  @Test
  void busyTimesOfAFeedAreKeptFree() {
    new JooqFeeds(SQL)
        .replace(
            "alex",
            "tag",
            List.of(
                new Span(
                    Instant.parse("2026-06-02T08:30:00Z"), Instant.parse("2026-06-02T09:00:00Z"))),
            NOW);

    assertInstanceOf(Booked.Refused.class, desk.book(TestCalendars.advice("2026-06-02T10:00")));
    booked("2026-06-02T11:00");
  }

  @Test
  void movingFreesTheOldTimeAndCountsUp() {
    Appointment first = booked("2026-06-02T10:00");

    Booked moved = desk.move(first.id(), LocalDateTime.parse("2026-06-02T10:30"));

    Appointment after = assertInstanceOf(Booked.Done.class, moved).appointment();
    assertEquals(1, after.sequence());
    assertEquals(Optional.of(after), STORE.find(first.id()));
    assertEquals(List.of("CHANGE", "INVITATION"), letters());
    booked("2026-06-02T11:30");
  }

  @Test
  void cancellingFreesTheTimeOnce() {
    Appointment first = booked("2026-06-02T10:00");

    assertInstanceOf(Booked.Done.class, desk.cancel(first.id()));
    assertInstanceOf(Booked.Unknown.class, desk.cancel(first.id()));
    assertInstanceOf(
        Booked.Unknown.class, desk.move(first.id(), LocalDateTime.parse("2026-06-03T10:00")));
    booked("2026-06-02T10:00");
  }

  @Test
  void anAcceptedInvitationIsNotedOnce() {
    Appointment first = booked("2026-06-02T10:00");

    assertEquals(Taken.ACCEPTED, answer(first, Appointment.Answer.ACCEPTED));
    assertEquals(Taken.OLD, answer(first, Appointment.Answer.ACCEPTED));
    assertEquals(Appointment.Answer.ACCEPTED, STORE.find(first.id()).orElseThrow().answer());
    assertEquals(1, letters().size());
  }

  @Test
  void aDeclinedOneIsFreedAndAnotherIsAskedForOnce() {
    Appointment first = booked("2026-06-02T10:00");

    assertEquals(Taken.DECLINED, answer(first, Appointment.Answer.DECLINED));
    assertEquals(Taken.OLD, answer(first, Appointment.Answer.DECLINED));
    assertEquals(List.of("ANOTHER", "INVITATION"), letters());
    booked("2026-06-02T10:00");
    assertInstanceOf(
        Booked.Done.class, desk.move(first.id(), LocalDateTime.parse("2026-06-03T10:00")));
  }

  @Test
  void answersOfStrangersAndToOldInvitationsChangeNothing() {
    Appointment first = booked("2026-06-02T10:00");
    assertInstanceOf(
        Booked.Done.class, desk.move(first.id(), LocalDateTime.parse("2026-06-03T10:00")));

    assertEquals(Taken.OLD, answer(first, Appointment.Answer.DECLINED));
    assertEquals(
        Taken.UNKNOWN,
        answers.take(
            new CalendarAnswers.Answer(
                first.id().toString(),
                1,
                "mallory@example.org",
                Appointment.Answer.DECLINED,
                Optional.empty())));
    assertEquals(
        Taken.UNKNOWN,
        answers.take(
            new CalendarAnswers.Answer(
                "not-ours",
                1,
                "carla@example.org",
                Appointment.Answer.DECLINED,
                Optional.empty())));
    assertFalse(letters().contains("ANOTHER"));
  }

  @Test
  void aCounterproposalIsBookedWhereItCanBe() {
    Appointment first = booked("2026-06-02T10:00");
    var counter =
        new CalendarAnswers.Answer(
            first.id() + "@parley",
            0,
            "carla@example.org",
            Appointment.Answer.NONE,
            Optional.of(Instant.parse("2026-06-04T08:00:00Z")));

    assertEquals(Taken.MOVED, answers.take(counter));
    assertEquals(Taken.OLD, answers.take(counter));
    Appointment moved = STORE.find(first.id()).orElseThrow();
    assertEquals("2026-06-04T10:00", moved.slot().local().toString());

    var sunday =
        new CalendarAnswers.Answer(
            first.id().toString(),
            1,
            "carla@example.org",
            Appointment.Answer.NONE,
            Optional.of(Instant.parse("2026-06-07T08:00:00Z")));
    assertEquals(Taken.NOT_MOVED, answers.take(sunday));
    assertEquals(Taken.NOT_MOVED, answers.take(sunday));
    assertEquals(
        1,
        SQL.fetchCount(APPOINTMENT_LETTER, APPOINTMENT_LETTER.KIND.eq(Letter.Kind.ANOTHER.name())));
  }
}
