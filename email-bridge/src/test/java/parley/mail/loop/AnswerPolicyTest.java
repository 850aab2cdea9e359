package parley.mail.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.mail.header.MailAddress;
import parley.mail.loop.AnswerDecision.Answer;
import parley.mail.loop.AnswerDecision.Quarantine;
import parley.mail.loop.AnswerDecision.RecordOnly;
import parley.mail.message.Mail;
import parley.mail.message.TestMails;

/// Which mails are answered by themselves. Each case is a whole mail: the headers given here
/// replace or join those of a usual one.
class AnswerPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final OwnMail OWN =
      new OwnMail(
          Set.of("support@shop.example", "returns@shop.example"), "parley.shop.example", "shop-1");
  private static final AnswerPolicy POLICY = new AnswerPolicy(OWN, AnswerRules.DEFAULT);

  @TempDir private static Path folder;

  private static Mail mail(String headers) {
    StringBuilder raw = new StringBuilder(headers);
    usual(raw, "From: Ines Duarte <ines@post.example>");
    usual(raw, "To: support@shop.example");
    usual(raw, "Subject: Where is my parcel");
    usual(raw, "Message-ID: <m1@post.example>");
    usual(raw, "Content-Type: text/plain; charset=utf-8");
    raw.append("\nIt should have come on Monday.\n");
    return TestMails.read(TestMails.bytes(raw.toString()), folder);
  }

  private static void usual(StringBuilder raw, String header) {
    String name = header.substring(0, header.indexOf(':') + 1);
    if (!("\n" + raw).contains("\n" + name)) {
      raw.append(header).append('\n');
    }
  }

  private static final Answer INES =
      new Answer(new MailAddress("ines@post.example", "Ines Duarte"));

  private static RecordOnly only(NoAnswer why) {
    return new RecordOnly(why);
  }

  private static final String MANY =
      "To: support@shop.example, "
          + String.join(
              ", ", IntStream.range(0, 25).mapToObj(i -> "n" + i + "@post.example").toList())
          + "\n";

  static Stream<Arguments> cases() {
    return Stream.of(
        arguments("a person's question", "", INES),
        arguments("submitted by hand", "Auto-Submitted: no\n", INES),
        arguments("a vacation notice", "Auto-Submitted: auto-replied\n", only(NoAnswer.AUTOMATIC)),
        arguments(
            "a vacation notice with a comment",
            "Auto-Submitted: (vacation) Auto-Replied; owner-email=x\n",
            only(NoAnswer.AUTOMATIC)),
        arguments("a monitor's mail", "Auto-Submitted: auto-generated\n", only(NoAnswer.AUTOMATIC)),
        arguments(
            "an absent person known by the subject only",
            "Subject: Automatische Antwort: Ihre Anfrage\n",
            only(NoAnswer.AUTOMATIC)),
        arguments("an old robot", "X-Autoreply: yes\n", only(NoAnswer.AUTOMATIC)),
        arguments("bulk mail", "Precedence: bulk\n", only(NoAnswer.BULK)),
        arguments("junk precedence", "Precedence: Junk\n", only(NoAnswer.BULK)),
        arguments("list precedence", "Precedence: list\n", only(NoAnswer.LIST)),
        arguments("a mailing list", "List-Id: Cooks <cooks.post.example>\n", only(NoAnswer.LIST)),
        arguments(
            "a newsletter", "List-Unsubscribe: <mailto:u@post.example>\n", only(NoAnswer.LIST)),
        arguments(
            "Exchange wants no answers",
            "X-Auto-Response-Suppress: DR, OOF, AutoReply\n",
            only(NoAnswer.SUPPRESSED)),
        arguments("only read receipts are unwanted", "X-Auto-Response-Suppress: RN\n", INES),
        arguments("no return path", "Return-Path: <>\n", only(NoAnswer.NO_RETURN_PATH)),
        arguments(
            "a bounce",
            "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\n",
            only(NoAnswer.BOUNCE)),
        arguments(
            "a daemon's other mail",
            "From: MAILER-DAEMON@mx.example\nSubject: Quota\n",
            only(NoAnswer.ROBOT_SENDER)),
        arguments("noreply", "From: no-reply@bank.example\n", only(NoAnswer.ROBOT_SENDER)),
        arguments(
            "a shop's noreply", "From: orders.noreply@bank.example\n", only(NoAnswer.ROBOT_SENDER)),
        arguments(
            "answers to noreply",
            "Reply-To: donotreply@post.example\n",
            only(NoAnswer.ROBOT_SENDER)),
        arguments(
            "a list's bounces", "From: cooks-bounces@post.example\n", only(NoAnswer.ROBOT_SENDER)),
        arguments(
            "a read receipt",
            "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n",
            only(NoAnswer.READ_RECEIPT)),
        arguments("our own address", "From: support@shop.example\n", only(NoAnswer.OWN_MAIL)),
        arguments(
            "our own address with a token",
            "From: Support+p-7k3m9x2q4d5e@SHOP.example\n",
            only(NoAnswer.OWN_MAIL)),
        arguments(
            "our own Message-ID",
            "Message-ID: <r7@parley.shop.example>\n",
            only(NoAnswer.OWN_MAIL)),
        arguments("our own header", "X-Parley-Reply: shop-1\n", only(NoAnswer.OWN_MAIL)),
        arguments("another Parley", "X-Parley-Reply: airline-3\n", only(NoAnswer.ANOTHER_PARLEY)),
        arguments(
            "answers to us", "Reply-To: returns@shop.example\n", only(NoAnswer.REPLIES_TO_US)),
        arguments(
            "answers to us and to another",
            "Reply-To: returns@shop.example, pat@post.example\n",
            new Answer(MailAddress.of("pat@post.example"))),
        arguments("no sender", "From:\n", only(NoAnswer.NO_SENDER)),
        arguments("a storm of copies", MANY, only(NoAnswer.MANY_RECIPIENTS)),
        arguments(
            "only a copy for us",
            "To: pat@post.example\nCc: support@shop.example\n",
            only(NoAnswer.ONLY_COPIED)),
        arguments("our address hidden in Bcc", "To: undisclosed-recipients:;\n", INES),
        arguments("spam", "X-Spam-Flag: YES\n", new Quarantine(NoAnswer.SPAM)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aMailIsAnsweredOnlyWhereAPersonMayWait(
      String name, String headers, AnswerDecision expected) {
    assertEquals(expected, POLICY.decide(mail(headers), AnswerHistory.NONE, NOW), name);
  }

  @Test
  void aSenderGetsSixAnswersAnHour() {
    List<Instant> five = Collections.nCopies(5, NOW.minus(Duration.ofMinutes(10)));
    List<Instant> six = Collections.nCopies(6, NOW.minus(Duration.ofMinutes(10)));
    List<Instant> earlier = Collections.nCopies(6, NOW.minus(Duration.ofMinutes(61)));
    assertEquals(INES, decided(five, List.of()));
    assertEquals(only(NoAnswer.SENDER_LIMIT), decided(six, List.of()));
    assertEquals(INES, decided(earlier, List.of()));
  }

  @Test
  void aThreadGetsFourAnswersAnHourAndTwentyInAll() {
    List<Instant> four = Collections.nCopies(4, NOW.minus(Duration.ofMinutes(10)));
    List<Instant> longAgo = Collections.nCopies(20, NOW.minus(Duration.ofDays(400)));
    assertEquals(only(NoAnswer.THREAD_LIMIT), decided(List.of(), four));
    assertEquals(only(NoAnswer.THREAD_LIMIT), decided(List.of(), longAgo));
    assertEquals(INES, decided(List.of(), longAgo.subList(0, 19)));
  }

  @Test
  void aClockThatWasSetBackOpensNoLimit() {
    List<Instant> future = Collections.nCopies(6, NOW.plus(Duration.ofHours(5)));
    assertEquals(only(NoAnswer.SENDER_LIMIT), decided(future, List.of()));
  }

  private static AnswerDecision decided(List<Instant> toSender, List<Instant> inThread) {
    return POLICY.decide(mail(""), new AnswerHistory(toSender, inThread), NOW);
  }

  @Test
  void aColleaguesMailOfTheCompanysDomainIsNotOurs() {
    OwnMail own = OwnMail.of(List.of("support@shop.example"), "shop-1");
    AnswerPolicy policy = new AnswerPolicy(own, AnswerRules.DEFAULT);

    assertEquals(
        new Answer(new MailAddress("ben@shop.example", "Ben")),
        policy.decide(
            mail("From: Ben <ben@shop.example>\nMessage-ID: <m2@shop.example>\n"),
            AnswerHistory.NONE,
            NOW));
    assertEquals(
        only(NoAnswer.OWN_MAIL),
        policy.decide(mail("Message-ID: <m3@" + own.idDomain() + ">\n"), AnswerHistory.NONE, NOW));
  }
}
