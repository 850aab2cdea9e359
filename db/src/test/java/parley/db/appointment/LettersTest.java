package parley.db.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.appointment.TestCalendars.BOOK;
import static parley.db.appointment.TestCalendars.NOW;
import static parley.db.appointment.TestCalendars.SQL;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Booked;
import parley.callback.letter.Courier;
import parley.callback.letter.LetterStore;

/// What is due when, over a real database: as if two processes looked each time.
class LettersTest {

  private final JooqLetters letters = new JooqLetters(SQL);
  private Appointment appointment;

  @BeforeEach
  void book() {
    TestCalendars.clear();
    Booked booked = TestCalendars.desk().book(TestCalendars.advice("2026-06-04T10:00"));
    appointment = assertInstanceOf(Booked.Done.class, booked).appointment();
  }

  private List<String> due(Instant now) {
    Courier.note(BOOK, letters, now);
    Courier.note(BOOK, new JooqLetters(SQL), now);
    List<String> due = new ArrayList<>();
    Optional<LetterStore.Pending> next = letters.claim(now, now.plusSeconds(60));
    while (next.isPresent()) {
      due.add(next.get().letter().kind() + " " + next.get().letter().detail());
      letters.done(next.get().letter().id(), false, now);
      next = letters.claim(now, now.plusSeconds(60));
    }
    return due;
  }

  @Test
  void eachLetterIsDueOnceAndAtItsTime() {
    Instant start = appointment.slot().span().from();

    assertEquals(List.of("INVITATION "), due(NOW));
    assertEquals(List.of(), due(start.minus(Duration.ofHours(25))));
    assertEquals(List.of("REMINDER mail PT24H"), due(start.minus(Duration.ofHours(24))));
    assertEquals(List.of("PREPARATION "), due(start.minus(Duration.ofMinutes(59))));
    assertEquals(List.of(), due(start.minus(Duration.ofMinutes(1))));
  }

  @Test
  void aLetterThatIsClaimedIsNobodyElsesUntilTheLeaseEnds() {
    assertTrue(letters.claim(NOW, NOW.plusSeconds(60)).isPresent());
    assertTrue(letters.claim(NOW.plusSeconds(59), NOW.plusSeconds(120)).isEmpty());
    assertTrue(letters.claim(NOW.plusSeconds(60), NOW.plusSeconds(120)).isPresent());
  }

  @Test
  void whoBooksAfterTheRemindersHourIsNotReminded() {
    TestCalendars.clear();
    Booked _ = TestCalendars.desk().book(TestCalendars.advice("2026-06-01T15:00"));
    assertEquals(List.of("INVITATION "), due(NOW.plusSeconds(60)));
  }

  @Test
  void whatIsToBeDoneAfterwardsIsChasedUntilItIsDone() {
    Instant end = appointment.slot().span().until();
    Instant due = end.plus(Duration.ofDays(2));
    assertEquals(List.of("INVITATION "), due(NOW));

    assertEquals(List.of(), due(end.plusSeconds(60)));
    assertEquals(List.of("Ask how it went"), whats());
    assertEquals(List.of("CHASE Ask how it went"), due(due.plusSeconds(1)));
    assertEquals(List.of(), due(due.plus(Duration.ofHours(23))));
    assertEquals(List.of("CHASE Ask how it went"), due(due.plus(Duration.ofHours(25))));
    String id = letters.tasks(10).getFirst().id().toString();
    assertTrue(letters.closeTask(id.substring(0, 8), due));
    assertFalse(letters.closeTask(id.substring(0, 8), due));
    assertEquals(List.of(), due(due.plus(Duration.ofDays(3))));
    assertEquals(List.of(), whats());
  }

  private List<String> whats() {
    return letters.tasks(10).stream().map(LetterStore.Task::what).toList();
  }
}
