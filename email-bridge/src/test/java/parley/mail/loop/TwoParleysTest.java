package parley.mail.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.message.Mail;
import parley.mail.message.TestMails;
import parley.mail.reply.Reply;
import parley.mail.reply.ReplyWriter;

/// Two Parleys that get each other's mail, on virtual time, through servers that lose headers.
class TwoParleysTest {

  private static final Instant START = Instant.parse("2026-11-28T00:00:00Z");

  @TempDir private Path folder;

  /// One side: its mailbox, its policy and what it has sent.
  private final class Side {
    private final MailAddress mailbox;
    private final String domain;
    private final AnswerPolicy policy;
    private final List<Instant> sent = new ArrayList<>();

    Side(String domain) {
      this.domain = domain;
      this.mailbox = MailAddress.of("help@" + domain);
      this.policy =
          new AnswerPolicy(
              new OwnMail(Set.of(mailbox.address()), "parley." + domain, domain),
              AnswerRules.DEFAULT);
    }

    /// @param oneThread whether it knows the thread again
    Optional<byte[]> answer(byte[] raw, Instant now, boolean oneThread) {
      Mail mail = TestMails.read(raw, folder);
      AnswerHistory history = new AnswerHistory(sent, oneThread ? sent : List.of());
      if (!(policy.decide(mail, history, now) instanceof AnswerDecision.Answer(MailAddress to))) {
        return Optional.empty();
      }
      sent.add(now);
      return Optional.of(new ReplyWriter().write(reply(mail, to, now)));
    }

    private Reply reply(Mail mail, MailAddress to, Instant now) {
      return new Reply(
          new MessageId("<r" + sent.size() + "@parley." + domain + ">"),
          mailbox,
          mailbox,
          to,
          mail.head(),
          Optional.empty(),
          "Thank you for your message. Which order is it about?",
          List.of(),
          mail.text().written(),
          "en",
          now,
          ZoneOffset.UTC,
          domain,
          List.of());
    }
  }

  /// How many mails go to and fro in ten years, one every minute at most.
  private int mails(UnaryOperator<String> server, boolean oneThread, Duration pause, int most) {
    Side left = new Side("left.example");
    Side right = new Side("right.example");
    String first = "From: help@right.example\nTo: help@left.example\nMessage-ID: <x@y>\n\nHello?\n";
    Optional<byte[]> next = left.answer(TestMails.bytes(first), START, oneThread);
    int count = 0;
    for (Instant now = START; next.isPresent() && count < most; now = now.plus(pause)) {
      count++;
      String arrived = server.apply(new String(next.get(), StandardCharsets.UTF_8));
      Side side = count % 2 == 1 ? right : left;
      next = side.answer(arrived.getBytes(StandardCharsets.UTF_8), now, oneThread);
    }
    return count;
  }

  private static String withoutMarks(String raw) {
    return raw.replaceAll(
            "(?m)^(Auto-Submitted|X-Parley-Reply|X-Auto-Response-Suppress):.*\\r\\n", "")
        .replaceAll("@parley\\.", "@");
  }

  @Test
  void theFirstAnswerIsTheLastWhereHeadersArrive() {
    assertEquals(1, mails(UnaryOperator.identity(), true, Duration.ofMinutes(1), 100));
  }

  @Test
  void aServerThatTakesAllMarksAwayIsStoppedByTheThreadsLimit() {
    int quick = mails(TwoParleysTest::withoutMarks, true, Duration.ofMinutes(1), 100);
    assertTrue(quick > 1 && quick <= 8, "mails: " + quick);
  }

  @Test
  void aSlowLoopIsStoppedByTheThreadsWholeLife() {
    int slow = mails(TwoParleysTest::withoutMarks, true, Duration.ofDays(2), 200);
    assertEquals(40, slow);
  }

  @Test
  void aLoopWithoutThreadsIsStoppedByTheSendersLimit() {
    int lost = mails(TwoParleysTest::withoutMarks, false, Duration.ofSeconds(10), 1000);
    assertTrue(lost > 1 && lost <= 12, "mails: " + lost);
  }
}
