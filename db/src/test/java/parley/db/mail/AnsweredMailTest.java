package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.MESSAGE;
import static parley.db.mail.TestMailServer.CUSTOMER;
import static parley.db.mail.TestMailServer.PEOPLE;
import static parley.db.mail.TestMailServer.SHOP;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.db.log.Eventually;
import parley.db.log.QuietThreads;
import parley.db.log.SpoolingConversationLog;
import parley.dialogue.ending.AfterCalls;
import parley.dialogue.ending.LogSummarizer;
import parley.mail.work.AnsweredMail;

/// A mail's whole way: real mail server, real database, the site's own knowledge.
class AnsweredMailTest {

  private static final DSLContext SQL = TestDesk.SQL;

  private static final String BEFORE =
      "today (email, not resolved): The customer said: My blue zeppelin kettle sings at night";

  private final TestMailServer server = new TestMailServer();
  @TempDir Path files;
  private AnsweredMail mail;

  @BeforeEach
  void start() throws IOException {
    TestDesk.clear();
    mail = AnsweredMail.start(TestDesk.parts(server, "test", files));
  }

  @AfterEach
  void stop() {
    mail.close();
    server.close();
  }

  @Test
  void aQuestionIsAnsweredInItsThread() throws Exception {
    MimeMessage question =
        server.mail(
            CUSTOMER, SHOP, "Opening hours", "Hello,\n\nwhat are your opening hours?\n\nCarla\n");
    server.send(question);

    MimeMessage reply = only(CUSTOMER);

    assertEquals("Re: Opening hours", reply.getSubject());
    assertEquals(question.getMessageID(), reply.getHeader("In-Reply-To", null));
    assertEquals("auto-replied", reply.getHeader("Auto-Submitted", null));
    String text = TestMailServer.text(reply);
    assertTrue(text.startsWith("Thank you for your message."), text);
    assertTrue(text.contains("- opening-hours: https://shop.test/opening-hours"), text);
    String html = TestMailServer.html(reply);
    assertTrue(
        html.contains("<a href=\"https://shop.test/opening-hours\">opening-hours</a>"), html);
    Eventually.isTrue("one settled", () -> count("ANSWERED") == 1);
    assertEquals(2, SQL.fetchCount(MESSAGE));
    assertEquals(
        "EMAIL",
        SQL.select(CONVERSATION.CHANNEL).from(CONVERSATION).fetchOne(CONVERSATION.CHANNEL));
    Eventually.isTrue(
        "the copy that came back is taken for what it is",
        () -> SQL.fetchCount(MAIL_RECEIVED, MAIL_RECEIVED.REASON.eq("own-copy")) == 1);
    assertEquals(1, server.inbox(CUSTOMER).size());
  }

  @Test
  void aVoiceMessageThatIsNotHeardGoesToAPersonAndItsSenderIsToldSo() throws Exception {
    server.send(
        server.withFile(
            server.mail(CUSTOMER, SHOP, "Voice message", "What are your opening hours?"),
            "message.amr",
            "audio/amr"));

    String text = TestMailServer.text(only(CUSTOMER));

    assertTrue(text.contains("I could not listen to the recording that you sent."), text);
    assertTrue(text.contains("A colleague will look into it"), text);
    Eventually.isTrue("a person has it", () -> count("PERSON") == 1);
  }

  @Test
  void whatCannotBeAnsweredGoesToAPersonWhoseReplyGoesBack() throws Exception {
    server.send(
        server.mail(
            CUSTOMER,
            SHOP,
            "My zeppelin",
            "The port side propeller of my zeppelin hums the national anthem of Bhutan."));

    MimeMessage word = only(CUSTOMER);
    assertTrue(TestMailServer.text(word).contains("A colleague will look into it"));
    MimeMessage work = only(PEOPLE);
    assertTrue(
        work.getSubject().matches("Re: My zeppelin \\[P-.{4}-.{4}-.{4}]"), work.getSubject());

    MimeMessage answer =
        server.mail(PEOPLE, SHOP, "Re: " + work.getSubject(), "Please tune it to B flat.");
    server.send(answer);

    Eventually.isTrue("the person's answer", () -> server.inbox(CUSTOMER).size() == 2);
    MimeMessage last = server.inbox(CUSTOMER).getLast();
    assertEquals(
        "Please tune it to B flat.", TestMailServer.text(last).lines().findFirst().orElse(""));
    assertEquals("Re: My zeppelin", last.getSubject());
    assertEquals("The Shop <" + SHOP + ">", last.getFrom()[0].toString());
    assertEquals(server.inbox(CUSTOMER).size(), 2);
    assertEquals(
        "OPEN", SQL.select(MAIL_THREAD.STATE).from(MAIL_THREAD).fetchOne(MAIL_THREAD.STATE));
  }

  @Test
  void whatAnAddressWroteBeforeIsToldToThePersonAndToNobodyElse() throws Exception {
    server.send(server.mail(CUSTOMER, SHOP, "Kettle", "My blue zeppelin kettle sings at night."));
    Eventually.isTrue("the first is with a person", () -> server.inbox(PEOPLE).size() == 1);
    conclude();

    server.send(server.mail(CUSTOMER, SHOP, "Toaster", "My toaster hums the anthem of Bhutan."));
    Eventually.isTrue("the second is with a person", () -> server.inbox(PEOPLE).size() == 2);
    server.send(server.mail("else@customer.test", SHOP, "Fridge", "My fridge whistles in Latin."));
    Eventually.isTrue("the third is with a person", () -> server.inbox(PEOPLE).size() == 3);

    Eventually.isTrue("both words are sent", () -> server.inbox(CUSTOMER).size() == 2);

    List<String> telling = new ArrayList<>();
    for (MimeMessage work : server.inbox(PEOPLE)) {
      if (TestMailServer.text(work).contains(BEFORE)) {
        telling.add(work.getSubject());
      }
    }
    assertEquals(1, telling.size());
    assertTrue(telling.getFirst().contains("Toaster"), telling.getFirst());
    for (MimeMessage word : server.inbox(CUSTOMER)) {
      assertFalse(TestMailServer.text(word).contains(BEFORE));
    }
  }

  /// As when nobody has written in it for a day.
  private void conclude() throws InterruptedException {
    Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
    try (SpoolingConversationLog log =
            SpoolingConversationLog.open(SQL, files.resolve("spool"), Duration.ofSeconds(30));
        AfterCalls after =
            new AfterCalls(
                List.of(new QuietThreads(SQL, Duration.ofDays(1))),
                new LogSummarizer(
                    language -> TestDesk.DIALOGUE.language(language).prompts(),
                    new Settings.FollowUp(
                        Duration.ofHours(4), Duration.ofHours(8), Duration.ofDays(1))),
                log,
                tomorrow)) {
      assertEquals(1, after.round());
    }
  }

  @Test
  void theSameMailTwiceIsAnsweredOnce() throws Exception {
    MimeMessage question = server.mail(CUSTOMER, SHOP, "Hours", "What are your opening hours?");
    server.send(question);
    server.sendAsItIs(question);
    server.send(server.mail(CUSTOMER, SHOP, "Parking", "Where can I park?"));

    Eventually.isTrue("both are dealt with", () -> server.inbox(CUSTOMER).size() >= 2);
    Eventually.isTrue("copies are seen", () -> count("RECORDED") == 2);
    assertEquals(2, server.inbox(CUSTOMER).size());
  }

  @Test
  void twoNodesOnOneDatabaseAnswerEachMailOnce(@TempDir Path others) throws Exception {
    int mails = 12;
    try (AnsweredMail _ = AnsweredMail.start(TestDesk.parts(server, "another-node", others))) {
      for (int number = 0; number < mails; number++) {
        server.send(server.mail(customer(number), SHOP, "Hours", "What are your opening hours?"));
      }
      Eventually.isTrue("all are answered", () -> count("ANSWERED") == mails);
      Eventually.isTrue("all copies are seen", () -> count("RECORDED") == mails);
    }
    for (int number = 0; number < mails; number++) {
      assertEquals(1, server.inbox(customer(number)).size());
    }
  }

  private static String customer(int number) {
    return "customer" + number + "@customer.test";
  }

  private MimeMessage only(String user) {
    Eventually.isTrue("a mail for " + user, () -> !server.inbox(user).isEmpty());
    return server.inbox(user).getFirst();
  }

  private static int count(String state) {
    return SQL.fetchCount(MAIL_RECEIVED, MAIL_RECEIVED.STATE.eq(state));
  }
}
