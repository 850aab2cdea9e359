package parley.mail.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import parley.config.MailboxSettings;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.LogEntry.Speaker;
import parley.mail.header.MessageId;
import parley.mail.loop.OwnMail;
import parley.mail.message.MailReader;
import parley.mail.outbox.Outgoing;

/// Has a person answer a thread otherwise than by a mail. Their words go out in the same thread,
/// and the same words once for each mail of the customer, however often they are given. Thread:
/// any.
public final class PersonAnswers {

  private final MailThreads threads;
  private final List<MailboxSettings> boxes;
  private final Reading reading;
  private final LetterPaper paper;
  private final UnaryOperator<String> kept;
  private final Clock clock;

  /// @param files a folder for mails while they are read
  /// @param kept what of somebody's words may be kept
  /// @param owner names this installation, as in [AnsweredMail.Parts]
  /// @param clock in the site's zone
  public PersonAnswers(
      MailThreads threads,
      List<MailboxSettings> boxes,
      WorkRules rules,
      Path files,
      String siteName,
      UnaryOperator<String> kept,
      String owner,
      Clock clock) {
    this.threads = threads;
    this.boxes = List.copyOf(boxes);
    this.reading =
        new Reading(
            threads,
            new MailReader(rules.reading()),
            new AttachedFiles(rules.scanner(), rules.files(), clock),
            files);
    this.paper =
        new LetterPaper(
            siteName,
            OwnMail.of(boxes.stream().map(MailboxSettings::address).toList(), owner),
            clock);
    this.kept = kept;
    this.clock = clock;
  }

  /// What became of it.
  public enum Result {
    /// It goes out as soon as Parley runs.
    WRITTEN,
    /// The same words are an answer to the same mail already; nothing was written.
    WRITTEN_BEFORE,
    /// The thread's mailbox is not among those that are set.
    MAILBOX_NOT_SET
  }

  /// @param words not empty
  public Result answer(MailThread thread, Spoken words) throws IOException {
    Optional<MailboxSettings> box =
        boxes.stream().filter(one -> one.name().equals(thread.mailbox())).findFirst();
    if (box.isEmpty()) {
      return Result.MAILBOX_NOT_SET;
    }
    Optional<MailWork.Earlier> last = threads.last(thread.id());
    String matter =
        "answer %s %s %s"
            .formatted(
                thread.id(), last.map(mail -> mail.id().toString()).orElse(""), words.text());
    MessageId id = paper.idOf(matter);
    Outgoing mail =
        paper.byPerson(
            new LetterPaper.For(box.get(), Optional.empty(), thread),
            id,
            LetterPaper.about(thread, last.map(MailWork.Earlier::messageId).orElse("")),
            read(last),
            words);
    MailThread answered = thread.now(MailThread.State.OPEN, thread.language(), Optional.empty());
    return threads.answer(answered, turn(thread, words), mail, clock.instant())
        ? Result.WRITTEN
        : Result.WRITTEN_BEFORE;
  }

  private Optional<Incoming> read(Optional<MailWork.Earlier> mail) throws IOException {
    if (mail.isEmpty() || !mail.get().kept()) {
      return Optional.empty();
    }
    Files.createDirectories(reading.files());
    return reading.again(mail.get().id());
  }

  private Settlement.Turn turn(MailThread thread, Spoken words) {
    return new Settlement.Turn(
        UUID.randomUUID(),
        Speaker.AGENT,
        new Spoken(kept.apply(words.text())),
        thread.language(),
        "",
        "",
        List.of());
  }
}
