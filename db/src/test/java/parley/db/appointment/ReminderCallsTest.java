package parley.db.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static parley.db.appointment.TestCalendars.BOOK;
import static parley.db.appointment.TestCalendars.NOW;
import static parley.db.appointment.TestCalendars.SQL;
import static parley.db.appointment.TestCalendars.ZONE;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.SCHEDULED_TASKS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Booked;
import parley.callback.appointment.Letter;
import parley.callback.letter.RemindingCalls;
import parley.callback.plan.AttemptOutcome;
import parley.callback.promise.DialableNumbers;
import parley.callback.window.NextHour;
import parley.callback.work.Beginning;
import parley.callback.work.CallbackStore.Room;
import parley.callback.work.Lease;
import parley.callback.work.Next;
import parley.callback.work.Node;
import parley.db.callback.JooqCallbackStore;
import parley.db.jooq.tables.records.CallbackRecord;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.Outbound;

/// Calls that remind of appointments come and go with them, in a real database.
class ReminderCallsTest {

  private static final Instant DAY_BEFORE = Instant.parse("2026-06-03T08:00:00Z");
  private static final CallbackWindow WINDOW =
      new CallbackWindow(DAY_BEFORE, DAY_BEFORE.plusSeconds(1800), ZONE);

  private final JooqLetters letters = new JooqLetters(SQL);
  private final JooqCallbackStore callbacks = new JooqCallbackStore(SQL);
  private final List<Letter> mails = new ArrayList<>();
  private NextHour.Answer hour = new NextHour.Within(WINDOW);
  private Appointment appointment;

  @BeforeEach
  void book() {
    clear();
    appointment =
        assertInstanceOf(
                Booked.Done.class,
                TestCalendars.desk().book(TestCalendars.advice("2026-06-04T10:00")))
            .appointment();
  }

  @AfterEach
  void clear() {
    SQL.deleteFrom(CALLBACK).execute();
    SQL.deleteFrom(SCHEDULED_TASKS).execute();
    TestCalendars.clear();
  }

  private Letter remind() {
    Letter letter =
        Letter.of(
            appointment.id(),
            Letter.Kind.REMINDER,
            appointment.sequence(),
            "call PT24H",
            DAY_BEFORE);
    new RemindingCalls(
            BOOK,
            letters,
            new DialableNumbers(Set.of(), Set.of("112")),
            (_, _, _) -> hour,
            "en",
            (mail, _) -> mails.add(mail),
            Clock.fixed(DAY_BEFORE, ZONE))
        .send(letter, appointment);
    return letter;
  }

  private CallbackRecord call() {
    return SQL.fetchSingle(CALLBACK);
  }

  private int scheduled() {
    return SQL.fetchCount(SCHEDULED_TASKS);
  }

  @Test
  void aReminderIsOneCallAboutTheAppointmentHoweverOftenItIsHandedOver() {
    Letter first = remind();
    remind();

    assertEquals(first.id(), call().getId());
    assertEquals("advice, Thursday, June 4, 2026 at 10:00 AM", reason());
    assertEquals(appointment.slot().span().from(), call().getMootAt());
    assertEquals(1, scheduled());
    assertEquals(List.of(), mails);
    assertEquals(
        Outbound.Cause.APPOINTMENT,
        callbacks.find(new Lease(first.id(), 1)).orElseThrow().outbound().cause());
  }

  /// Whichever blanks this JDK's calendar writes.
  private String reason() {
    return call().getReason().replace(", 10:00", " at 10:00");
  }

  @Test
  void noCallThatMustNotBeOrComesTooLateIsMade() {
    hour = new NextHour.Never();
    remind();
    Instant start = appointment.slot().span().from();
    hour = new NextHour.Within(new CallbackWindow(start, start.plusSeconds(60), ZONE));
    remind();
    hour = new NextHour.Unnamed(start);
    remind();

    assertEquals(3, mails.size());
    assertEquals(0, SQL.fetchCount(CALLBACK));
  }

  @Test
  void theCallIsCancelledWithTheAppointment() {
    remind();
    var _ = TestCalendars.desk().cancel(appointment.id());

    assertEquals("CANCELLED", call().getState());
    assertEquals(0, scheduled());
  }

  @Test
  void theCallIsCancelledWhenTheAppointmentMovesAndNoneIsMadeForTheOldHour() {
    remind();
    Booked moved =
        TestCalendars.desk().move(appointment.id(), LocalDateTime.parse("2026-06-05T10:00"));
    assertInstanceOf(Booked.Done.class, moved);

    assertEquals("CANCELLED", call().getState());
    SQL.deleteFrom(CALLBACK).execute();
    remind();
    assertEquals(0, SQL.fetchCount(CALLBACK));
    assertEquals(List.of(), mails);
  }

  @Test
  void anAnswerOfTheCalendarChangesNothing() {
    remind();
    Appointment accepted =
        new Appointment(
            appointment.id(),
            appointment.slot(),
            appointment.customer(),
            appointment.about(),
            appointment.sequence(),
            appointment.state(),
            Appointment.Answer.ACCEPTED);
    assertEquals(
        true,
        TestCalendars.STORE.keep(Optional.of(appointment), accepted, _ -> true, List.of(), NOW));
    assertEquals("WAITING", call().getState());
  }

  @Test
  void whoIsBeingCalledWhenTheAppointmentMovesIsNotCalledAgain() {
    Letter letter = remind();
    Beginning begun =
        callbacks.begin(
            new Lease(letter.id(), 1), new Node("one", "here"), new Room(5, 5), DAY_BEFORE);
    var attempt = assertInstanceOf(Beginning.Begun.class, begun).attempt();
    var _ = TestCalendars.desk().cancel(appointment.id());
    assertEquals("DIALLING", call().getState());

    boolean _ =
        callbacks.settle(
            attempt,
            AttemptOutcome.BUSY,
            new Next.Again(DAY_BEFORE.plusSeconds(300)),
            5,
            DAY_BEFORE);

    assertEquals("GIVEN_UP", call().getState());
    assertFalse(call().getNote().isEmpty());
    assertEquals(0, scheduled());
  }

  @Test
  void whatHasBegunIsNotRemindedOf() {
    Letter letter = remind();
    Instant begun = appointment.slot().span().from().plus(Duration.ofMinutes(1));
    assertInstanceOf(
        Beginning.Gone.class,
        callbacks.begin(new Lease(letter.id(), 1), new Node("one", "here"), new Room(5, 5), begun));
    assertEquals("GIVEN_UP", call().getState());
  }
}
