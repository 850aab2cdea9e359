package parley.db.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.AUDIT;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.FOLLOW_UP;

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
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.Customers.Stored;
import parley.dialogue.memory.Earlier;

/// What a real database remembers of a caller, and that it forgets it.
class CustomersTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final AtomicInteger NEXT = new AtomicInteger(1000);

  private static final SpoolingConversationLog LOG =
      SpoolingConversationLog.open(
          TestDatabase.database().sql(),
          TestDatabase.state().resolve("customers-spool"),
          Duration.ofSeconds(30));

  private final DSLContext sql = TestDatabase.database().sql();
  private final JooqCustomers customers = new JooqCustomers(sql);
  private final JooqCustomerMemory memory =
      new JooqCustomerMemory(
          sql, new Settings.Memory(true, 90, true), Clock.fixed(NOW, ZoneOffset.UTC));
  private final String number = "+4930555" + NEXT.incrementAndGet();

  @AfterAll
  static void close() {
    LOG.close();
  }

  private CallId call(String caller, Instant at, Disposition disposition) {
    CallId call = goingOn(caller, at);
    write(
        new LogEntry.RecordingMade(UUID.randomUUID(), call, at, "2026/" + call + ".wav", 900),
        new LogEntry.CallEnded(
            UUID.randomUUID(), call, at.plusSeconds(60), Outcome.COMPLETED, "", at),
        new LogEntry.Concluded(
            UUID.randomUUID(),
            call,
            at.plusSeconds(61),
            new Conclusion(
                disposition,
                disposition.resolved(),
                new Spoken("my kettle leaks"),
                new Spoken("The customer said: my kettle leaks."),
                Conclusion.Author.PARLEY,
                List.of(
                    new FollowUp(
                        UUID.randomUUID(), FollowUp.Kind.ANSWER, at, new Spoken("kettle"))))));
    return call;
  }

  private CallId goingOn(String caller, Instant at) {
    CallId call = CallId.random();
    write(
        new LogEntry.CallStarted(
            UUID.randomUUID(), call, at, new PhoneNumber(caller), "1000", "en", "", ""),
        new LogEntry.TurnTaken(
            UUID.randomUUID(),
            call,
            at,
            1,
            LogEntry.Speaker.CALLER,
            new Spoken("my kettle leaks"),
            false,
            0,
            900,
            0.9,
            false,
            LogEntry.TurnTimings.NONE,
            "not-understood",
            "",
            List.of()));
    return call;
  }

  private void promise(CallId call, String to, Instant at) {
    write(
        new LogEntry.CallbackPromised(
            UUID.randomUUID(), call, at, new PhoneNumber(to), "about the kettle"));
  }

  private static void write(LogEntry... entries) {
    List.of(entries).forEach(LOG::write);
  }

  private static ContactPoint.Phone phone(String number) {
    return new ContactPoint.Phone(new PhoneNumber(number));
  }

  private Earlier earlier(String caller) {
    return memory.of(new PhoneNumber(caller));
  }

  @Test
  void aCallerIsKnownByTheNumberHoweverTheNetworkWritesIt() {
    call(number, NOW.minus(Duration.ofDays(2)), Disposition.NOT_ANSWERED);
    call(number, NOW.minus(Duration.ofDays(200)), Disposition.ANSWERED);
    goingOn(number, NOW.minus(Duration.ofDays(1)));

    for (String form : List.of(number, "00" + number.substring(1), number.substring(1))) {
      Earlier earlier = earlier(form);
      assertEquals(1, earlier.conversations().size(), form);
      assertEquals(Duration.ofDays(2), earlier.conversations().getFirst().age());
      assertEquals("my kettle leaks", earlier.conversations().getFirst().topic().text());
    }
    assertTrue(earlier(number).mayBeSaid());
    assertEquals(List.of(), earlier(number + "1").conversations());
  }

  @Test
  void withheldNumbersAndExtensionsAreNobodys() {
    call("", NOW.minusSeconds(60), Disposition.NOT_ANSWERED);
    call("2001", NOW.minusSeconds(60), Disposition.NOT_ANSWERED);

    assertEquals(Earlier.NONE, earlier(""));
    assertEquals(Earlier.NONE, earlier("2001"));
  }

  @Test
  void aCallBackIsDueUntilSomebodyNotesThatItWasMade() {
    CallId call = call(number, NOW.minusSeconds(600), Disposition.CALLBACK_PROMISED);
    assertFalse(earlier(number).callBackDue());
    promise(call, number, NOW.minusSeconds(500));
    assertTrue(earlier(number).callBackDue());

    sql.update(CALLBACK)
        .set(CALLBACK.STATE, "KEPT")
        .setNull(CALLBACK.NEXT_AT)
        .set(CALLBACK.CLOSED_AT, NOW)
        .where(CALLBACK.NUMBER.eq(number))
        .execute();
    assertFalse(earlier(number).callBackDue());
  }

  @Test
  void whatWasStoredIsForgottenAndSaidAndOthersAreLeftAlone() {
    CallId first = call(number, NOW.minus(Duration.ofDays(3)), Disposition.CALLBACK_PROMISED);
    call("00" + number.substring(1), NOW.minus(Duration.ofDays(1)), Disposition.ANSWERED);
    promise(first, "+4940999888777", NOW.minus(Duration.ofDays(3)));
    String other = number + "9";
    CallId others = call(other, NOW.minusSeconds(90), Disposition.ANSWERED);
    Stored expected = customers.stored(phone(number));

    Stored deleted = customers.forget(phone(number), NOW);

    assertEquals(expected, deleted);
    assertEquals(2, deleted.conversations());
    assertEquals(2, deleted.turns());
    assertEquals(2, deleted.summaries());
    assertEquals(2, deleted.followUps());
    assertEquals(1, deleted.callBacks());
    assertEquals(2, deleted.recordings().size());
    assertTrue(customers.stored(phone(number)).nothing());
    assertEquals(List.of(), earlier(number).conversations());
    assertTrue(new JooqCallLog(sql).find(first).isEmpty());
    assertEquals(0, sql.fetchCount(FOLLOW_UP, FOLLOW_UP.CONVERSATION_ID.eq(first.value())));
    assertTrue(new JooqCallLog(sql).find(others).isPresent());
    String noted =
        sql.selectFrom(AUDIT)
            .where(AUDIT.WHAT.eq("customer-forgotten"))
            .orderBy(AUDIT.AT.desc())
            .fetch()
            .toString();
    assertFalse(noted.contains(number.substring(1)), noted);
  }

  @Test
  void aConversationThatGoesOnIsLeftAndSaidSo() {
    CallId live = goingOn(number, NOW.minusSeconds(5));

    Stored deleted = customers.forget(phone(number), NOW);

    assertEquals(0, deleted.conversations());
    assertEquals(1, deleted.goingOn());
    assertTrue(new JooqCallLog(sql).find(live).isPresent());
  }
}
