package parley.mail.work;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import parley.config.MailboxSettings;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.LogEntry.Speaker;
import parley.mail.followup.Due;
import parley.mail.followup.FollowUpPolicy;
import parley.mail.outbox.Outgoing;
import parley.mail.work.LetterPaper.For;
import parley.mail.work.WaitingThreads.Look;
import parley.mail.work.WaitingThreads.Step;
import parley.mail.work.WaitingThreads.Undelivered;

/// Carries out what the rules say is due in a thread: the letter, and how the thread goes on.
/// Letters have a Message-ID that follows from what they are about. Thread: any.
final class WaitingDesk {

  /// Settings may change while a thread waits.
  private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofHours(6);

  private final FollowUpPolicy policy;
  private final Map<String, MailboxSettings> boxes;
  private final Letters letters;
  private final Duration answerWithin;
  private final UnaryOperator<String> kept;
  private final Clock clock;

  WaitingDesk(
      FollowUpPolicy policy,
      Map<String, MailboxSettings> boxes,
      Letters letters,
      Duration answerWithin,
      UnaryOperator<String> kept,
      Clock clock) {
    this.policy = policy;
    this.boxes = Map.copyOf(boxes);
    this.letters = letters;
    this.answerWithin = answerWithin;
    this.kept = kept;
    this.clock = clock;
  }

  Step step(Look look) {
    Instant now = clock.instant();
    Due due = policy.due(look.waiting(), now);
    MailboxSettings box = boxes.get(look.thread().mailbox());
    return box == null ? withoutBox(due, look, now) : step(due, look, box, now);
  }

  /// Nobody sends for a mailbox that is not set.
  private static Step withoutBox(Due due, Look look, Instant now) {
    return due instanceof Due.Close
        ? closed(due, look)
        : unchanged(new Due.Nothing(now.plus(LONGEST_BETWEEN_LOOKS)), look, List.of());
  }

  private Step step(Due due, Look look, MailboxSettings box, Instant now) {
    For what = new For(box, Optional.empty(), look.thread());
    return switch (due) {
      case Due.Nothing(Instant until) -> {
        Instant latest = now.plus(LONGEST_BETWEEN_LOOKS);
        yield unchanged(new Due.Nothing(until.isBefore(latest) ? until : latest), look, List.of());
      }
      case Due.NothingMore _ -> unchanged(due, look, List.of());
      case Due.Close _ -> closed(due, look);
      case Due.AskCustomer _ -> asked(due, look, what);
      case Due.RemindPerson(int number) -> unchanged(due, look, reminder(look, what, number));
      case Due.TellPerson _ -> told(due, look, box);
    };
  }

  private static Step closed(Due due, Look look) {
    MailThread thread = look.thread();
    return new Step(
        due,
        thread.now(MailThread.State.CLOSED, thread.language(), Optional.empty()),
        List.of(),
        List.of());
  }

  private static Step unchanged(Due due, Look look, List<Outgoing> outgoing) {
    return new Step(due, look.thread(), List.of(), outgoing);
  }

  private Step asked(Due due, Look look, For what) {
    Instant since = look.waiting().since();
    String text = letters.followUpText(what, since);
    Outgoing mail =
        letters.followUp(
            what,
            letters.paper().idOf("follow-up " + look.thread().id() + " " + since),
            look.lastMessage(),
            text);
    Settlement.Turn turn =
        new Settlement.Turn(
            UUID.nameUUIDFromBytes(mail.messageId().getBytes(StandardCharsets.US_ASCII)),
            Speaker.PARLEY,
            new Spoken(kept.apply(text)),
            look.thread().language(),
            "",
            "",
            List.of());
    return new Step(due, look.thread(), List.of(turn), List.of(mail));
  }

  private List<Outgoing> reminder(Look look, For what, int number) {
    Instant since = look.waiting().since();
    return letters
        .reminder(
            what,
            letters.paper().idOf("reminder " + look.thread().id() + " " + since + " " + number),
            since,
            look.lastWords())
        .stream()
        .toList();
  }

  private Step told(Due due, Look look, MailboxSettings box) {
    MailThread thread = look.thread();
    MailThread handed =
        thread.now(
            MailThread.State.PERSON,
            thread.language(),
            Optional.of(thread.due().orElseGet(() -> clock.instant().plus(answerWithin))));
    Undelivered mail = look.undelivered().orElseThrow();
    return new Step(
        due,
        handed,
        List.of(),
        letters
            .undelivered(
                new For(box, Optional.empty(), handed),
                letters.paper().idOf("undelivered " + mail.id()),
                mail.to(),
                mail.why())
            .stream()
            .toList());
  }
}
