package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.MAIL_FOLDER;
import static parley.db.jooq.Tables.MAIL_OUTBOX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.db.TestDatabase;
import parley.mail.mailbox.Arrival;
import parley.mail.outbox.Outbox.Doubts;
import parley.mail.outbox.Outgoing;

/// What becomes of a mail whose sender died while the server took it, or did not.
class OutboxDoubtsTest {

  private static final DSLContext SQL = TestDatabase.database().sql();
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private final JooqOutbox outbox = new JooqOutbox(SQL);
  private final JooqReceivedMails received = new JooqReceivedMails(SQL, Optional.empty());
  private final String box = "box-" + UUID.randomUUID();
  private final Outgoing mail = mail(Outgoing.Kind.REPLY);
  @TempDir Path folder;

  @BeforeEach
  void dieWhileSending() {
    SQL.deleteFrom(MAIL_OUTBOX).execute();
    SQL.deleteFrom(MAIL_FOLDER).execute();
    OutboxRows.insert(SQL, mail, NOW);
    assertTrue(next(NOW).isPresent());
    outbox.takeOver("node", NOW);
  }

  @Test
  void itWaitsForALookIntoTheMailbox() {
    assertEquals(new Doubts(0, 0, 1), settle(true, NOW.plus(GRACE.multipliedBy(10))));
    assertTrue(next(NOW.plus(GRACE)).isEmpty());
  }

  @Test
  void aCopyThatCameBackSaysThatItIsSent() throws IOException {
    Path copy = Files.writeString(folder.resolve("copy.eml"), "Subject: x\r\n\r\n");
    Arrival.Place place = new Arrival.Place(box, "INBOX", 1, 7);
    boolean fresh =
        received.record(
            new Arrival(place, box, mail.messageId(), "", 14, copy, "", NOW.plusSeconds(1)), true);

    assertFalse(fresh, "our own copy is no work");
    assertEquals(new Doubts(1, 0, 0), settle(true, NOW.plusSeconds(2)));
  }

  @Test
  void itGoesAgainWhenALaterLookFoundNoCopy() {
    received.caughtUp(box, "INBOX", 1, 7, NOW.plus(GRACE).minusSeconds(1));
    assertEquals(new Doubts(0, 0, 1), settle(true, NOW.plusSeconds(60)));

    received.caughtUp(box, "INBOX", 1, 7, NOW.plus(GRACE));
    assertEquals(new Doubts(0, 1, 0), settle(true, NOW.plusSeconds(60)));
    assertEquals(Optional.of(mail.messageId()), next(NOW.plusSeconds(60)).map(Outgoing::messageId));
  }

  @Test
  void withoutCopiesTheGraceAloneDecides() {
    assertEquals(new Doubts(0, 0, 1), settle(false, NOW.plus(GRACE).minusSeconds(1)));
    assertEquals(new Doubts(0, 1, 0), settle(false, NOW.plus(GRACE)));
  }

  @Test
  void aLivingSendersMailIsLeftAlone() {
    SQL.deleteFrom(MAIL_OUTBOX).execute();
    OutboxRows.insert(SQL, mail(Outgoing.Kind.REPLY), NOW);
    assertTrue(next(NOW).isPresent());

    outbox.takeOver("another node", NOW);

    assertEquals(new Doubts(0, 0, 0), settle(false, NOW.plusSeconds(60)));
  }

  private Optional<Outgoing> next(Instant now) {
    return outbox.next(box, "node", now, now.plus(Duration.ofMinutes(5)));
  }

  private Doubts settle(boolean receipts, Instant now) {
    return outbox.settle(box, receipts, GRACE, now);
  }

  private Outgoing mail(Outgoing.Kind kind) {
    return new Outgoing(
        UUID.randomUUID(),
        box,
        Optional.empty(),
        Optional.empty(),
        kind,
        "<" + UUID.randomUUID() + "@parley.shop.test>",
        "support@shop.test",
        List.of("carla@customer.test"),
        new Outgoing.Bytes(new byte[] {'x'}));
  }
}
