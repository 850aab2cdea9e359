package parley.db.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CONTACT_LINK;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_CHUNK;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.db.TestDatabase;
import parley.db.log.JooqCallLog;
import parley.db.log.SpoolingConversationLog;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.log.LogEntry;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.CustomerCase;
import parley.dialogue.memory.CustomerCase.Proof;
import parley.dialogue.memory.Customers.Stored;
import parley.dialogue.memory.Recollection;

/// A call and a thread of mail of one customer are one case, where it is proven.
class CasesTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final AtomicInteger NEXT = new AtomicInteger(1000);

  private static final SpoolingConversationLog LOG =
      SpoolingConversationLog.open(
          TestDatabase.database().sql(),
          TestDatabase.state().resolve("cases-spool"),
          Duration.ofSeconds(30));

  private final DSLContext sql = TestDatabase.database().sql();
  private final JooqCustomers customers = new JooqCustomers(sql);
  private final int serial = NEXT.incrementAndGet();
  private final PhoneNumber number = new PhoneNumber("+4930777" + serial);
  private final ContactPoint.Phone phone = new ContactPoint.Phone(number);
  private final ContactPoint.Mail mail = new ContactPoint.Mail("carla" + serial + "@customer.test");

  @AfterAll
  static void close() {
    LOG.close();
  }

  private CallId call(String caller) {
    CallId call = CallId.random();
    LOG.write(
        new LogEntry.CallStarted(
            UUID.randomUUID(), call, NOW, new PhoneNumber(caller), "1000", "en", "", ""));
    return call;
  }

  private void identified(CallId call, String address) {
    LOG.write(new LogEntry.CallerIdentified(UUID.randomUUID(), call, NOW, new Spoken(address)));
  }

  /// A thread with a received mail and a conclusion.
  private UUID thread(String customer) {
    UUID id = UUID.randomUUID();
    sql.insertInto(CONVERSATION)
        .set(CONVERSATION.ID, id)
        .set(CONVERSATION.CHANNEL, "EMAIL")
        .set(CONVERSATION.CREATED_AT, NOW)
        .set(CONVERSATION.UPDATED_AT, NOW)
        .execute();
    sql.insertInto(MAIL_THREAD)
        .set(MAIL_THREAD.ID, id)
        .set(MAIL_THREAD.TOKEN, id.toString())
        .set(MAIL_THREAD.MAILBOX, "shop")
        .set(MAIL_THREAD.CUSTOMER, customer)
        .set(MAIL_THREAD.STATE, "OPEN")
        .set(MAIL_THREAD.CREATED_AT, NOW)
        .set(MAIL_THREAD.UPDATED_AT, NOW)
        .set(MAIL_THREAD.WAITS_SINCE, NOW)
        .execute();
    received(customer, id);
    LOG.write(
        new LogEntry.Concluded(
            UUID.randomUUID(),
            new CallId(id),
            NOW,
            new Conclusion(
                Disposition.NOT_ANSWERED,
                false,
                new Spoken("my kettle leaks"),
                new Spoken("The customer wrote: my kettle leaks."),
                Conclusion.Author.PARLEY,
                List.of())));
    return id;
  }

  private UUID received(String sender, @org.jspecify.annotations.Nullable UUID thread) {
    UUID id = UUID.randomUUID();
    sql.insertInto(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.ID, id)
        .set(MAIL_RECEIVED.MAILBOX, "shop")
        .set(MAIL_RECEIVED.FOLDER, "INBOX")
        .set(MAIL_RECEIVED.UID_VALIDITY, 1L)
        .set(MAIL_RECEIVED.UID, 1L)
        .set(MAIL_RECEIVED.IDENTITY, id.toString())
        .set(MAIL_RECEIVED.MESSAGE_ID, "<" + id + "@customer.test>")
        .set(MAIL_RECEIVED.SIZE_BYTES, 1L)
        .set(MAIL_RECEIVED.STATE, thread == null ? "QUARANTINED" : "ANSWERED")
        .set(MAIL_RECEIVED.SENDER, sender.toLowerCase(java.util.Locale.ROOT))
        .set(MAIL_RECEIVED.THREAD_ID, thread)
        .set(MAIL_RECEIVED.RECEIVED_AT, NOW)
        .set(MAIL_RECEIVED.SETTLED_AT, NOW)
        .execute();
    sql.insertInto(MAIL_CHUNK)
        .set(MAIL_CHUNK.MAIL_ID, id)
        .set(MAIL_CHUNK.NUMBER, 0)
        .set(MAIL_CHUNK.BYTES, new byte[] {'x'})
        .execute();
    return id;
  }

  private List<Recollection> remembered() {
    return new JooqCustomerMemory(
            sql,
            new Settings.Memory(true, 90, true),
            Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC))
        .of(number)
        .conversations();
  }

  private static List<UUID> ids(CustomerCase all) {
    return all.conversations().stream().map(CustomerCase.Line::id).toList();
  }

  @Test
  void aCallerWhoWasIdentifiedAndTheirMailsAreOneCase() {
    CallId call = call(number.value());
    UUID thread = thread("Carla" + serial + "@Customer.test");
    assertEquals(List.of(), remembered());
    assertEquals(List.of(call.value()), ids(customers.caseOf(phone)));

    identified(call, "Carla" + serial + "@Customer.TEST");

    assertEquals(List.of("EMAIL"), remembered().stream().map(Recollection::channel).toList());
    assertEquals(List.of(thread), ids(new JooqCallLog(sql).sameCustomer(call)));
    assertEquals(List.of(call.value()), ids(Cases.ofThread(sql, thread, mail.address())));
    CustomerCase all = customers.caseOf(mail);
    assertEquals(2, all.conversations().size());
    assertEquals(number.value(), all.contacts().getFirst().contact().value());
    assertEquals(Proof.IDENTIFIED, all.contacts().getFirst().proof());
  }

  @Test
  void ofATelephoneThatTwoCustomersUseNoMailsAreRemembered() {
    CallId call = call(number.value());
    UUID _ = thread(mail.address());
    identified(call, mail.address());
    assertEquals(1, remembered().size());

    identified(call, "other-" + mail.address());

    assertEquals(List.of(), remembered());
    assertEquals(List.of(), ids(customers.caseOf(new ContactPoint.Mail("x" + mail.address()))));
  }

  @Test
  void anOperatorLinksAndPartsThem() {
    CallId call = call("00" + number.value().substring(1));
    UUID _ = thread(mail.address());

    assertTrue(customers.link(phone, mail, NOW));
    assertEquals(2, customers.caseOf(phone).conversations().size());
    assertEquals(Proof.OPERATOR, customers.caseOf(mail).contacts().getFirst().proof());
    assertEquals(1, remembered().size());

    assertTrue(customers.unlink(phone, mail));
    assertFalse(customers.unlink(phone, mail));
    assertEquals(List.of(call.value()), ids(customers.caseOf(phone)));
    assertFalse(
        customers.link(new ContactPoint.Phone(new PhoneNumber("2001")), mail, NOW),
        "an extension is nobody's");
  }

  @Test
  void aWithheldNumberIsNobodys() {
    CallId call = call("");
    identified(call, mail.address());

    assertEquals(0, sql.fetchCount(CONTACT_LINK, CONTACT_LINK.ADDRESS.eq(mail.address())));
    assertTrue(new JooqCallLog(sql).sameCustomer(call).isEmpty());
  }

  @Test
  void anAddressIsForgottenWithItsThreadsMailsAndLinksAndOthersAreLeftAlone() {
    UUID thread = thread(mail.address());
    UUID aside = received(mail.address(), null);
    UUID other = thread("other-" + mail.address());
    assertTrue(customers.link(phone, mail, NOW));
    Stored expected = customers.stored(mail);
    assertEquals(1, expected.conversations());
    assertEquals(2, expected.mails());

    assertEquals(expected, customers.forget(mail, NOW));

    assertTrue(customers.stored(mail).nothing());
    assertTrue(customers.caseOf(mail).isEmpty());
    assertEquals(0, sql.fetchCount(CONVERSATION, CONVERSATION.ID.eq(thread)));
    assertEquals(1, sql.fetchCount(CONVERSATION, CONVERSATION.ID.eq(other)));
    assertEquals(0, sql.fetchCount(MAIL_CHUNK, MAIL_CHUNK.MAIL_ID.eq(aside)));
    assertEquals(
        "",
        sql.selectFrom(MAIL_RECEIVED)
            .where(MAIL_RECEIVED.ID.eq(aside))
            .fetchSingle()
            .getMessageId());
    assertEquals(0, sql.fetchCount(CONTACT_LINK, CONTACT_LINK.ADDRESS.eq(mail.address())));
  }
}
