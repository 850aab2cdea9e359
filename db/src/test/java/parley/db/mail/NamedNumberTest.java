package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CONTACT_LINK;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.mail.TestDesk.SQL;
import static parley.db.mail.TestMailServer.CUSTOMER;
import static parley.db.mail.TestMailServer.PEOPLE;
import static parley.db.mail.TestMailServer.SHOP;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.db.customer.Cases;
import parley.db.customer.JooqCustomerMemory;
import parley.db.customer.JooqCustomers;
import parley.db.log.Eventually;
import parley.db.log.SpoolingConversationLog;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry;
import parley.dialogue.memory.ContactPoint;
import parley.mail.work.AnsweredMail;

/// Whoever names somebody's number or call in a mail is not that caller: anybody can write it.
class NamedNumberTest {

  private static final PhoneNumber CALLER = new PhoneNumber("+49307774321");
  private static final String TOPIC = "my tortoise shell lamp flickers";

  private final TestMailServer server = new TestMailServer();
  @TempDir Path files;
  private AnsweredMail mail;

  @BeforeEach
  void start() throws Exception {
    TestDesk.clear();
    mail = AnsweredMail.start(TestDesk.parts(server, "test", files));
  }

  @AfterEach
  void stop() {
    mail.close();
    server.close();
  }

  @Test
  void aNumberAndACallNamedInAMailMakeNoCaseOfBoth() throws Exception {
    CallId call = concludedCall();
    server.send(
        server.mail(
            CUSTOMER,
            SHOP,
            "My call " + call,
            "Hello, I called you from +49 30 7774321 yesterday, my call is number "
                + call
                + ". My zeppelin hums the anthem of Bhutan.\n\nCarla\n+49 30 7774321"));
    Eventually.isTrue("a person has it", () -> !server.inbox(PEOPLE).isEmpty());
    UUID thread = SQL.select(MAIL_THREAD.ID).from(MAIL_THREAD).fetchSingle(MAIL_THREAD.ID);

    assertEquals(0, SQL.fetchCount(CONTACT_LINK));
    assertTrue(Cases.ofThread(SQL, thread, CUSTOMER).isEmpty());
    assertTrue(Cases.ofCall(SQL, call.value()).isEmpty());
    assertEquals(List.of(), contacts(new ContactPoint.Phone(CALLER)));
    assertEquals(List.of(), contacts(new ContactPoint.Mail(CUSTOMER)));
    assertEquals(
        List.of(TOPIC),
        new JooqCustomerMemory(SQL, new Settings.Memory(true, 90, true), Clock.systemUTC())
            .of(CALLER).conversations().stream().map(before -> before.topic().text()).toList());
    assertFalse(TestMailServer.text(server.inbox(PEOPLE).getFirst()).contains("tortoise"));
  }

  private static List<?> contacts(ContactPoint of) {
    return new JooqCustomers(SQL).caseOf(of).contacts();
  }

  private CallId concludedCall() {
    CallId call = CallId.random();
    Instant at = Instant.now().minus(Duration.ofDays(1));
    try (SpoolingConversationLog log =
        SpoolingConversationLog.open(SQL, files.resolve("spool"), Duration.ofSeconds(30))) {
      log.write(
          new LogEntry.CallStarted(UUID.randomUUID(), call, at, CALLER, "1000", "en", "", ""));
      log.write(new LogEntry.CallEnded(UUID.randomUUID(), call, at, Outcome.COMPLETED, "", at));
      log.write(
          new LogEntry.Concluded(
              UUID.randomUUID(),
              call,
              at,
              new Conclusion(
                  Disposition.NOT_ANSWERED,
                  false,
                  new Spoken(TOPIC),
                  new Spoken("The customer said: " + TOPIC + "."),
                  Conclusion.Author.PARLEY,
                  List.of())));
    }
    return call;
  }
}
