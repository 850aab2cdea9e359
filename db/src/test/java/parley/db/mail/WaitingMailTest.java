package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_CHUNK;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.MESSAGE;
import static parley.db.mail.TestDesk.SQL;
import static parley.db.mail.TestMailServer.CUSTOMER;
import static parley.db.mail.TestMailServer.PEOPLE;
import static parley.db.mail.TestMailServer.SHOP;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.db.log.Eventually;
import parley.dialogue.call.Spoken;
import parley.mail.work.AnsweredMail;
import parley.mail.work.MailThread;
import parley.mail.work.PersonAnswers;
import parley.mail.work.WorkRules;

/// What becomes of threads after the first answer: real mail server, real database, several nodes,
/// clocks that are days ahead.
class WaitingMailTest {

  private static final String ZEPPELIN = "My zeppelin hums the anthem of Bhutan.";

  private final TestMailServer server = new TestMailServer();
  @TempDir Path files;

  @BeforeEach
  void clear() {
    TestDesk.clear();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private AnsweredMail node(String name, Duration later) throws Exception {
    return AnsweredMail.start(TestDesk.parts(server, name, files.resolve(name), later));
  }

  /// Answered now; all of it is over when this returns.
  private MimeMessage ask(String subject, String text) throws Exception {
    MimeMessage question = server.mail(CUSTOMER, SHOP, subject, text);
    try (AnsweredMail _ = node("first", Duration.ZERO)) {
      server.send(question);
      settled();
    }
    return question;
  }

  private void settled() {
    Eventually.isTrue("answered and sent", () -> !server.inbox(CUSTOMER).isEmpty() && allSent());
    Eventually.isTrue(
        "copies are back",
        () -> SQL.fetchCount(MAIL_RECEIVED, MAIL_RECEIVED.REASON.eq("own-copy")) > 0);
  }

  private static boolean allSent() {
    return SQL.fetchCount(MAIL_OUTBOX) > 0
        && SQL.fetchCount(MAIL_OUTBOX, MAIL_OUTBOX.STATE.ne("SENT")) == 0;
  }

  private static String state() {
    return SQL.select(MAIL_THREAD.STATE).from(MAIL_THREAD).fetchSingle().value1();
  }

  private static UUID thread() {
    return SQL.select(MAIL_THREAD.ID).from(MAIL_THREAD).fetchSingle().value1();
  }

  @Test
  void whoDoesNotWriteIsAskedOnceByTwoNodesThenTheThreadIsClosedAndAMailOpensItAgain()
      throws Exception {
    MimeMessage question = ask("Hours", "What are your opening hours?");

    Duration asked = Duration.ofHours(73);
    try (AnsweredMail _ = node("second", asked);
        AnsweredMail _ = node("third", asked)) {
      Eventually.isTrue("the question", () -> server.inbox(CUSTOMER).size() == 2 && allSent());
    }
    MimeMessage followUp = server.inbox(CUSTOMER).getLast();
    assertTrue(
        TestMailServer.text(followUp).contains("Did that help?"), TestMailServer.text(followUp));
    assertEquals(question.getMessageID(), followUp.getHeader("In-Reply-To", null));
    assertEquals("Re: Hours", followUp.getSubject());
    assertEquals("OPEN", state());
    assertEquals(3, SQL.fetchCount(MESSAGE));

    Duration over = asked.plusHours(169);
    try (AnsweredMail _ = node("second", over);
        AnsweredMail _ = node("third", over)) {
      Eventually.isTrue("closed", () -> state().equals("CLOSED"));
      assertEquals(
          "RESOLVED", SQL.select(CONVERSATION.STATUS).from(CONVERSATION).fetchSingle().value1());
      server.sendAsItIs(answerTo(followUp, "What is your return policy?"));
      Eventually.isTrue("open again", () -> !state().equals("CLOSED"));
    }
    assertEquals(1, SQL.fetchCount(MAIL_THREAD));
  }

  private MimeMessage answerTo(MimeMessage mail, String text) throws Exception {
    MimeMessage answer = server.mail(CUSTOMER, SHOP, mail.getSubject(), text);
    answer.saveChanges();
    answer.setHeader("In-Reply-To", mail.getMessageID());
    return answer;
  }

  @Test
  void aPersonWhoDoesNotAnswerIsRemindedThreeTimesAndTheCustomerIsNot() throws Exception {
    ask("My zeppelin", ZEPPELIN);
    Eventually.isTrue("the work", () -> server.inbox(PEOPLE).size() == 1);

    for (int reminder = 1; reminder <= 4; reminder++) {
      Duration later = Duration.ofHours(9L * reminder);
      int expected = 1 + Math.min(reminder, 3);
      try (AnsweredMail _ = node("second", later)) {
        Instant now = Clock.offset(Clock.systemUTC(), later).instant();
        Eventually.isTrue(
            "nothing is due",
            () ->
                allSent()
                    && SQL.fetchCount(MAIL_THREAD, MAIL_THREAD.LOOK_AT.le(now)) == 0
                    && server.inbox(PEOPLE).size() == expected);
      }
    }
    MimeMessage last = server.inbox(PEOPLE).getLast();
    assertTrue(last.getSubject().matches("Re: My zeppelin \\[P-.*]"), last.getSubject());
    assertTrue(TestMailServer.text(last).contains("still waits for an answer"));
    assertEquals(1, server.inbox(CUSTOMER).size());
    assertEquals("PERSON", state());
  }

  @Test
  void aPersonAnswersByCommandInTheSameThreadAndTheSameWordsGoOutOnce() throws Exception {
    MimeMessage question = ask("My zeppelin", ZEPPELIN);
    JooqMailThreads threads = new JooqMailThreads(SQL, Optional.empty());
    PersonAnswers answers =
        new PersonAnswers(
            threads,
            List.of(server.mailbox()),
            WorkRules.USUAL,
            files.resolve("command"),
            "The Shop",
            UnaryOperator.identity(),
            "first",
            Clock.system(ZoneOffset.UTC));
    MailThread thread = threads.find(thread()).orElseThrow();

    assertEquals(
        PersonAnswers.Result.WRITTEN, answers.answer(thread, new Spoken("Tune it to B flat.")));
    assertEquals(
        PersonAnswers.Result.WRITTEN_BEFORE,
        answers.answer(thread, new Spoken("Tune it to B flat.")));

    try (AnsweredMail _ = node("first", Duration.ZERO)) {
      Eventually.isTrue("sent", () -> server.inbox(CUSTOMER).size() == 2 && allSent());
    }
    MimeMessage answer = server.inbox(CUSTOMER).getLast();
    assertEquals("Tune it to B flat.", TestMailServer.text(answer).lines().findFirst().orElse(""));
    assertEquals("Re: My zeppelin", answer.getSubject());
    assertEquals(question.getMessageID(), answer.getHeader("In-Reply-To", null));
    assertEquals("OPEN", state());
    assertEquals(
        List.of("USER", "AGENT"),
        SQL.select(MESSAGE.SENDER)
            .from(MESSAGE)
            .orderBy(MESSAGE.NUMBER)
            .fetch()
            .into(String.class));
  }

  @Test
  void aReplyThatComesBackGoesToAPersonOnceHoweverOftenItIsReported() throws Exception {
    ask("Hours", "What are your opening hours?");
    String ours = server.inbox(CUSTOMER).getFirst().getMessageID();

    try (AnsweredMail _ = node("first", Duration.ZERO)) {
      server.sendAsItIs(Bounces.of(server, ours, "delayed", "4.4.1"));
      Eventually.isTrue("a delay is no bounce", () -> recorded("DELAYED") == 1);
      assertEquals("OPEN", state());
      server.sendAsItIs(Bounces.of(server, ours, "failed", "5.1.1"));
      server.sendAsItIs(Bounces.of(server, ours, "failed", "5.2.2"));
      Eventually.isTrue(
          "both are settled",
          () -> SQL.fetchCount(MAIL_RECEIVED, MAIL_RECEIVED.REASON.eq("BOUNCE")) == 2 && allSent());
    }

    assertEquals("PERSON", state());
    assertEquals(1, server.inbox(PEOPLE).size());
    MimeMessage work = server.inbox(PEOPLE).getFirst();
    assertTrue(work.getSubject().matches("Re: Hours \\[P-.*]"), work.getSubject());
    assertTrue(TestMailServer.text(work).contains(CUSTOMER + " did not arrive"));
    assertEquals(1, server.inbox(CUSTOMER).size());
  }

  @Test
  void aMailToOurOwnPeopleThatComesBackMakesNoOther() throws Exception {
    ask("My zeppelin", ZEPPELIN);
    String work = server.inbox(PEOPLE).getFirst().getMessageID();

    try (AnsweredMail _ = node("first", Duration.ZERO)) {
      server.sendAsItIs(Bounces.of(server, work, "failed", "5.1.1"));
      Eventually.isTrue("recorded", () -> recorded("BOUNCE_OF_WORK") == 1);
    }
    assertEquals(1, server.inbox(PEOPLE).size());
  }

  @Test
  void whatTheServerRefusesForGoodGoesToAPersonOnce() throws Exception {
    ask("Hours", "What are your opening hours?");
    UUID reply = SQL.select(MAIL_OUTBOX.ID).from(MAIL_OUTBOX).fetchSingle().value1();
    new JooqOutbox(SQL).refused(reply, "550 no such user here");

    try (AnsweredMail _ = node("second", Duration.ZERO);
        AnsweredMail _ = node("third", Duration.ZERO)) {
      Eventually.isTrue("told", () -> server.inbox(PEOPLE).size() == 1);
      Eventually.isTrue(
          "nothing is due",
          () -> SQL.fetchCount(MAIL_THREAD, MAIL_THREAD.LOOK_AT.le(Instant.now())) == 0);
    }
    String text = TestMailServer.text(server.inbox(PEOPLE).getFirst());
    assertTrue(text.contains("550 no such user here"), text);
    assertEquals("PERSON", state());
    assertEquals(1, server.inbox(PEOPLE).size());
  }

  @Test
  void theBytesOfAnAnsweredMailAreNotKeptAndTheNextOneIsStillUnderstood() throws Exception {
    ask("Hours", "What are your opening hours?");

    try (AnsweredMail _ = node("first", Duration.ZERO)) {
      Eventually.isTrue("nothing raw is left", () -> SQL.fetchCount(MAIL_CHUNK) == 0);
      assertEquals(0, SQL.fetchCount(MAIL_OUTBOX, DSL.condition("octet_length(bytes) > 0")));
      server.sendAsItIs(answerTo(server.inbox(CUSTOMER).getFirst(), "And on Sundays?"));
      Eventually.isTrue(
          "dealt with", () -> SQL.fetchCount(MESSAGE, MESSAGE.SENDER.eq("USER")) == 2);
    }
    assertEquals(1, SQL.fetchCount(MAIL_THREAD));
  }

  private static int recorded(String reason) {
    return SQL.fetchCount(
        MAIL_RECEIVED, MAIL_RECEIVED.STATE.eq("RECORDED").and(MAIL_RECEIVED.REASON.eq(reason)));
  }
}
