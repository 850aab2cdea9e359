package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_CHUNK;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.mail.TestDesk.SQL;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.db.customer.JooqCustomers;
import parley.db.jooq.tables.records.MailReceivedRecord;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.Customers.Stored;
import parley.mail.mailbox.Arrival;
import parley.mail.outbox.Outgoing;
import parley.mail.work.Claimed;
import parley.mail.work.MailThread;
import parley.mail.work.Settlement;

/// A customer is forgotten while their mails are on the way: nothing answers them later, and
/// whoever has one of them goes on.
class ForgottenMailTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String CARLA = "carla@customer.test";

  private final JooqMailWork work = new JooqMailWork(SQL, Optional.empty());
  private final JooqOutbox outbox = new JooqOutbox(SQL);
  private final JooqReceivedMails received = new JooqReceivedMails(SQL, Optional.empty());
  private final MailThread thread =
      new MailThread(
          UUID.randomUUID(),
          "token",
          "shop",
          "Carla@customer.test",
          "Kettle",
          "en",
          MailThread.State.OPEN,
          Optional.empty());
  @TempDir Path folder;

  @BeforeEach
  void clear() {
    TestDesk.clear();
    SQL.deleteFrom(MAIL_OUTBOX).execute();
  }

  @Test
  void aMailThatWaitsIsAnsweredByNobody() throws IOException {
    receive("<1@customer.test>", CARLA);
    receive("<2@else.test>", "dora@else.test");

    Stored stored = forget();

    assertEquals(1, stored.mails());
    assertTrue(new JooqCustomers(SQL).stored(new ContactPoint.Mail(CARLA)).nothing());
    MailReceivedRecord row = only(MAIL_RECEIVED.REASON.eq("FORGOTTEN"));
    assertEquals("RECORDED", row.getState());
    assertEquals("", row.getSender() + row.getMessageId());
    assertEquals(1, SQL.fetchCount(MAIL_CHUNK), "the other's");
    assertEquals("<2@else.test>", claim().orElseThrow().messageId());
    assertTrue(claim().isEmpty());
    receive("<1@customer.test>", CARLA);
    assertTrue(claim().isEmpty(), "it still lies in the mailbox");
  }

  @Test
  void whoHasAMailOfTheirsWritesNothing() throws IOException {
    receive("<1@customer.test>", CARLA);
    Claimed claimed = claim().orElseThrow();

    Stored _ = forget();

    assertFalse(work.settle(claimed, answered(claimed, false), NOW));
    work.putBack(claimed, NOW);
    assertEquals(0, SQL.fetchCount(CONVERSATION) + SQL.fetchCount(MAIL_OUTBOX));
    assertTrue(claim().isEmpty());
  }

  @Test
  void whatAPersonWritesMeanwhileInTheirThreadGoesNowhere() throws IOException {
    answeredMail();
    receive("<3@shop.test>", "people@shop.test");
    Claimed persons = claim().orElseThrow();

    Stored _ = forget();

    assertTrue(work.settle(persons, answered(persons, true), NOW), "settled, once");
    assertEquals(0, SQL.fetchCount(CONVERSATION));
    assertTrue(outbox.next("shop", "node", NOW, NOW).isEmpty());
    MailReceivedRecord row = only(MAIL_RECEIVED.ID.eq(persons.id()));
    assertEquals("RECORDED FORGOTTEN", row.getState() + " " + row.getReason());
    assertEquals(0, SQL.fetchCount(MAIL_CHUNK));
  }

  @Test
  void whatAServerIsBeingGivenIsGivenAndItsCopyIsKnown() throws IOException {
    answeredMail();
    Outgoing sending = outbox.next("shop", "node", NOW, NOW.plusSeconds(300)).orElseThrow();

    Stored _ = forget();

    outbox.sent(sending.id(), NOW);
    outbox.failed(sending.id(), "told too late", NOW);
    outbox.takeOver("node", NOW);
    assertFalse(outbox.isDue("shop", NOW));
    assertTrue(outbox.next("shop", "node", NOW, NOW).isEmpty());
    assertFalse(receive(sending.messageId(), "support@shop.test"), "our own copy is no work");
    assertEquals(0, SQL.fetchCount(MAIL_CHUNK));
    assertFalse(SQL.selectFrom(MAIL_OUTBOX).fetch().formatJSON().contains("customer.test"));
  }

  @Test
  void whatWaitsInTheOutboxIsDroppedLettersAboutAppointmentsToo() throws IOException {
    answeredMail();
    outbox.add(letter(CARLA.toUpperCase(java.util.Locale.ROOT)), NOW);
    outbox.add(letter("dora@else.test"), NOW);

    Stored _ = forget();

    Outgoing left = outbox.next("shop", "node", NOW, NOW.plusSeconds(300)).orElseThrow();
    assertEquals(List.of("dora@else.test"), left.recipients());
    assertTrue(outbox.next("shop", "node", NOW, NOW).isEmpty());
  }

  private Stored forget() {
    return new JooqCustomers(SQL).forget(new ContactPoint.Mail(CARLA), NOW);
  }

  private Optional<Claimed> claim() {
    return work.claim("node", NOW, NOW.plusSeconds(60));
  }

  /// A mail of theirs, its answer in the outbox.
  private void answeredMail() throws IOException {
    receive("<1@customer.test>", CARLA);
    Claimed claimed = claim().orElseThrow();
    assertTrue(work.settle(claimed, answered(claimed, false), NOW));
  }

  private Settlement answered(Claimed claimed, boolean goesOn) {
    return new Settlement(
        Settlement.State.ANSWERED,
        "",
        "",
        Optional.of(thread),
        List.of(),
        List.of(outgoing(Outgoing.Kind.REPLY, CARLA, Optional.of(claimed.id()))),
        List.of(),
        List.of(),
        goesOn);
  }

  private static Outgoing letter(String to) {
    return outgoing(Outgoing.Kind.APPOINTMENT, to, Optional.empty(), Optional.empty());
  }

  private Outgoing outgoing(Outgoing.Kind kind, String to, Optional<UUID> mail) {
    return outgoing(kind, to, mail, Optional.of(thread.id()));
  }

  private static Outgoing outgoing(
      Outgoing.Kind kind, String to, Optional<UUID> mail, Optional<UUID> thread) {
    UUID id = UUID.randomUUID();
    return new Outgoing(
        id,
        "shop",
        thread,
        mail,
        kind,
        "<" + id + "@parley.test>",
        "support@shop.test",
        List.of(to),
        new Outgoing.Bytes("To: carla@customer.test".getBytes(StandardCharsets.US_ASCII)));
  }

  /// @return whether it is work
  private boolean receive(String messageId, String from) throws IOException {
    Path file = Files.writeString(folder.resolve("mail.eml"), "From: " + from + "\r\n\r\nHi\r\n");
    return received.record(
        new Arrival(
            new Arrival.Place("shop", "INBOX", 1, 1),
            messageId + " and the rest",
            messageId,
            from,
            20,
            file,
            "",
            NOW),
        false);
  }

  private static MailReceivedRecord only(org.jooq.Condition which) {
    return SQL.selectFrom(MAIL_RECEIVED).where(which).fetchSingle();
  }
}
