package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.DAILY_WORK;
import static parley.db.jooq.Tables.MAIL_CHUNK;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.mail.TestDesk.SQL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.MailUpkeep;
import parley.db.jooq.tables.records.MailReceivedRecord;
import parley.dialogue.sealing.KeyRing;
import parley.dialogue.sealing.Sealing;
import parley.mail.mailbox.Arrival;
import parley.mail.outbox.Outgoing;
import parley.mail.work.Claimed;
import parley.mail.work.MailRetention;
import parley.mail.work.MailThread;
import parley.mail.work.Settlement;

/// How long mail's bytes are kept, how they are sealed, and what stays of what was deleted.
class MailRetentionTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final MailUpkeep.Keep KEEP = new MailUpkeep.Keep(730, 30);
  private static final byte[] RAW =
      "From: carla@customer.test\r\n\r\nMy kettle leaks.\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Sealing KEY =
      KeyRing.of("k1:" + Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());

  private final JooqMailRetention retention = new JooqMailRetention(SQL);
  private final JooqMailWork work = new JooqMailWork(SQL, Optional.empty());
  @TempDir Path folder;

  @BeforeEach
  void clear() {
    TestDesk.clear();
    SQL.update(DAILY_WORK).set(DAILY_WORK.DONE_AT, Instant.EPOCH).execute();
  }

  /// A mail that was received, and settled with a reply that is on its way.
  private MailThread mail(String name, Settlement.State state, Instant at) throws IOException {
    received(name, at, Optional.empty());
    Claimed claimed = work.claim("node", at, at.plusSeconds(60)).orElseThrow();
    MailThread thread =
        new MailThread(
            UUID.randomUUID(),
            name,
            "shop",
            "carla@customer.test",
            "Kettle",
            "en",
            MailThread.State.OPEN,
            Optional.empty());
    Outgoing reply =
        new Outgoing(
            UUID.randomUUID(),
            "shop",
            Optional.of(thread.id()),
            Optional.of(claimed.id()),
            Outgoing.Kind.REPLY,
            "<" + name + "@parley.test>",
            "support@shop.test",
            List.of("carla@customer.test"),
            new Outgoing.Bytes(RAW));
    boolean answered = state == Settlement.State.ANSWERED;
    assertTrue(
        work.settle(
            claimed,
            new Settlement(
                state,
                "",
                "Carla@Customer.test",
                answered ? Optional.of(thread) : Optional.empty(),
                List.of(),
                answered ? List.of(reply) : List.of(),
                List.of(),
                List.of(),
                false),
            at));
    return thread;
  }

  private void received(String name, Instant at, Optional<Sealing> sealing) throws IOException {
    Path file = Files.write(folder.resolve(name), RAW);
    boolean _ =
        new JooqReceivedMails(SQL, sealing)
            .record(
                new Arrival(
                    new Arrival.Place("shop", "INBOX", 1, 1),
                    name,
                    "<" + name + "@customer.test>",
                    "carla@customer.test",
                    RAW.length,
                    file,
                    "",
                    at),
                false);
  }

  private static void send(Instant at) {
    SQL.update(MAIL_OUTBOX).set(MAIL_OUTBOX.STATE, "SENT").set(MAIL_OUTBOX.SENT_AT, at).execute();
  }

  @Test
  void anAnsweredMailKeepsItsBytesUntilItsReplyIsSentAndAQuarantinedOneLonger() throws IOException {
    MailThread _ = mail("answered", Settlement.State.ANSWERED, NOW);
    MailThread _ = mail("aside", Settlement.State.QUARANTINED, NOW);

    assertEquals(0, retention.dropAnswered(true));
    assertEquals(2, SQL.fetchCount(MAIL_CHUNK));

    send(NOW);
    assertEquals(0, retention.dropAnswered(false));
    assertEquals(2, SQL.fetchCount(MAIL_CHUNK));
    assertArrayEquals(
        new byte[0], SQL.select(MAIL_OUTBOX.BYTES).from(MAIL_OUTBOX).fetchSingle().value1());

    assertEquals(1, retention.dropAnswered(true));
    assertEquals(1, SQL.fetchCount(MAIL_CHUNK));
  }

  @Test
  void whatIsOldIsDeletedOnceADayByOneNode() throws IOException {
    MailThread _ = mail("old", Settlement.State.ANSWERED, NOW.minus(Duration.ofDays(731)));
    MailThread _ = mail("month", Settlement.State.ANSWERED, NOW.minus(Duration.ofDays(31)));
    MailThread _ = mail("new", Settlement.State.ANSWERED, NOW.minus(Duration.ofDays(29)));
    MailThread _ = mail("aside", Settlement.State.QUARANTINED, NOW.minus(Duration.ofDays(31)));
    send(NOW.minus(Duration.ofDays(31)));

    assertEquals(Optional.of(new MailRetention.Deleted(1, 3)), retention.daily(KEEP, NOW));

    assertEquals(2, SQL.fetchCount(CONVERSATION));
    assertEquals(1, SQL.fetchCount(MAIL_CHUNK));
    assertEquals(4, SQL.fetchCount(MAIL_RECEIVED), "each is still known by its hash");
    assertEquals(Optional.empty(), retention.daily(KEEP, NOW.plus(Duration.ofHours(23))));
    assertTrue(retention.daily(KEEP, NOW.plus(Duration.ofDays(1))).isPresent());
  }

  @Test
  void ofADeletedThreadsMailTheHashAloneStaysAndItIsNotTakenAgain() throws IOException {
    MailThread thread = mail("kettle", Settlement.State.ANSWERED, NOW);

    SQL.deleteFrom(CONVERSATION).where(CONVERSATION.ID.eq(thread.id())).execute();

    assertEquals(0, SQL.fetchCount(MAIL_CHUNK));
    assertEquals(0, SQL.fetchCount(MAIL_OUTBOX));
    MailReceivedRecord left = SQL.selectFrom(MAIL_RECEIVED).fetchSingle();
    assertEquals("", left.getMessageId());
    assertEquals("", left.getSender());
    received("kettle", NOW.plusSeconds(60), Optional.empty());
    assertFalse(work.claim("node", NOW.plusSeconds(60), NOW.plusSeconds(120)).isPresent());
    assertEquals(0, SQL.fetchCount(MAIL_CHUNK));
  }

  @Test
  void sealedBytesOpenWithTheKeyAloneAndInTheirPlaceAlone() throws IOException {
    received("kettle", NOW, Optional.of(KEY));
    received("other", NOW.plusSeconds(1), Optional.of(KEY));
    List<MailReceivedRecord> mails =
        SQL.selectFrom(MAIL_RECEIVED).orderBy(MAIL_RECEIVED.RECEIVED_AT).fetch();
    UUID mail = mails.getFirst().getId();

    byte[] stored =
        SQL.select(MAIL_CHUNK.BYTES)
            .from(MAIL_CHUNK)
            .where(MAIL_CHUNK.MAIL_ID.eq(mail))
            .fetchSingle()
            .value1();
    assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("kettle"));
    ByteArrayOutputStream opened = new ByteArrayOutputStream();
    JooqMailWork withKey = new JooqMailWork(SQL, Optional.of(KEY));
    assertTrue(withKey.copy(mail, opened));
    assertArrayEquals(RAW, opened.toByteArray());
    assertFalse(work.copy(mail, new ByteArrayOutputStream()), "without the key");

    SQL.update(MAIL_CHUNK)
        .set(MAIL_CHUNK.BYTES, stored)
        .where(MAIL_CHUNK.MAIL_ID.eq(mails.getLast().getId()))
        .execute();
    org.junit.jupiter.api.Assertions.assertThrows(
        parley.dialogue.sealing.SealBrokenException.class,
        () -> withKey.copy(mails.getLast().getId(), new ByteArrayOutputStream()));
  }
}
