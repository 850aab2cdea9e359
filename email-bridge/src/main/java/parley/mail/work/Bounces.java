package parley.mail.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.MailboxSettings;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.outbox.Outgoing;
import parley.mail.report.Bounce;
import parley.mail.work.LetterPaper.For;

/// What comes of a report that a mail of ours did not arrive: a person hears of it once and has to
/// find another way. Thread: any.
final class Bounces {

  private static final Logger log = LoggerFactory.getLogger(Bounces.class);

  /// Servers give a mail up after five days at most.
  private static final Duration LATEST = Duration.ofDays(7);

  private final MailWork work;
  private final Letters letters;
  private final Duration answerWithin;
  private final Clock clock;

  Bounces(MailWork work, Letters letters, Duration answerWithin, Clock clock) {
    this.work = work;
    this.letters = letters;
    this.answerWithin = answerWithin;
    this.clock = clock;
  }

  /// @param named the thread that the report itself leads to
  Settlement of(
      MailboxSettings box,
      Claimed report,
      Incoming incoming,
      Bounce bounce,
      Optional<MailThread> named) {
    if (!bounce.permanent()) {
      return recorded("DELAYED", named);
    }
    Optional<MailWork.Sent> sent = sent(bounce);
    Optional<MailThread> thread = sent.flatMap(MailWork.Sent::thread).or(() -> named);
    if (sent.filter(mail -> mail.kind().toPeople()).isPresent()) {
      // Another mail to the same people would come back as well, for ever.
      log.error("Mails to the people of mailbox {} do not arrive: look at its work-to", box.name());
      return recorded("BOUNCE_OF_WORK", thread);
    }
    return thread
        .map(one -> toPerson(box, report, incoming, bounce, sent, one))
        .orElseGet(() -> recorded("BOUNCE", Optional.empty()));
  }

  private static Settlement recorded(String reason, Optional<MailThread> thread) {
    return new Settlement(Settlement.State.RECORDED, reason, thread, List.of(), List.of());
  }

  /// By the Message-ID; some servers leave it out, and name only the address.
  private Optional<MailWork.Sent> sent(Bounce bounce) {
    Instant from = clock.instant().minus(LATEST);
    return bounce.bounced().isPresent()
        ? bounce.bounced().map(MessageId::value).flatMap(work::sent)
        : bounce.recipient().flatMap(to -> work.lastSentTo(to.address(), from));
  }

  private Settlement toPerson(
      MailboxSettings box,
      Claimed report,
      Incoming incoming,
      Bounce bounce,
      Optional<MailWork.Sent> sent,
      MailThread thread) {
    MailThread handed =
        thread.now(
            MailThread.State.PERSON,
            thread.language(),
            Optional.of(thread.due().orElseGet(() -> clock.instant().plus(answerWithin))));
    String mail =
        sent.map(MailWork.Sent::messageId)
            .or(() -> bounce.bounced().map(MessageId::value))
            .orElse(report.id().toString());
    String to =
        sent.map(MailWork.Sent::to)
            .or(() -> bounce.recipient().map(MailAddress::address))
            .orElse(thread.customer());
    Optional<Outgoing> letter =
        letters.undelivered(
            new For(box, Optional.of(report.id()), handed),
            letters.paper().idOf("undelivered " + mail),
            to,
            incoming.words());
    return new Settlement(
            Settlement.State.PERSON,
            "BOUNCE",
            Optional.of(handed),
            List.of(),
            letter.stream().toList())
        .goingOn();
  }
}
