package parley.db.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.appointment.TestCalendars.NOW;
import static parley.db.appointment.TestCalendars.SQL;
import static parley.db.appointment.TestCalendars.STORE;
import static parley.db.jooq.Tables.CALENDAR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.callback.calendar.Span;
import parley.callback.slot.Held;

/// What feeds have told, over a real database.
class FeedKeepingTest {

  private static final Span MEETING =
      new Span(Instant.parse("2026-06-02T08:00:00Z"), Instant.parse("2026-06-02T09:00:00Z"));

  private final JooqFeeds feeds = new JooqFeeds(SQL);

  @BeforeEach
  void clear() {
    TestCalendars.clear();
  }

  private static List<Span> busy() {
    Span days = new Span(NOW, NOW.plusSeconds(400_000));
    return STORE.held(List.of("alex"), days, Optional.empty()).stream().map(Held::span).toList();
  }

  @Test
  void oneOfSeveralProcessesLooksAtAFeedWhenItIsDue() {
    assertEquals(Optional.of(""), feeds.claim("alex", NOW, NOW.plusSeconds(300)));
    assertEquals(Optional.empty(), feeds.claim("alex", NOW.plusSeconds(299), NOW.plusSeconds(600)));
    feeds.replace("alex", "v1", List.of(MEETING), NOW);
    assertEquals(
        Optional.of("v1"), feeds.claim("alex", NOW.plusSeconds(300), NOW.plusSeconds(600)));
  }

  @Test
  void aNewStateTakesTheOldOnesPlaceAndAFaultLeavesIt() {
    feeds.replace("alex", "v1", List.of(MEETING), NOW);
    Span other = new Span(MEETING.until(), MEETING.until().plusSeconds(600));
    feeds.replace("alex", "v2", List.of(other), NOW);
    assertEquals(List.of(other), busy());

    feeds.failed("alex", "no answer within 20 s");
    assertEquals(List.of(other), busy());
    assertTrue(
        SQL.fetchSingle(CALENDAR, CALENDAR.NAME.eq("alex")).getFeedProblem().contains("20 s"));
  }
}
