package parley.mail.message;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import parley.mail.text.MailText;
import parley.mail.text.MailWords;

/// Reads raw mail. The mail streams past: whatever its size, no more of it is held than its text
/// and its headers, and its attachments go to files.
///
/// Nothing that stands in a mail makes it throw: what cannot be read, or goes beyond a limit, is
/// quarantined. Only a disk that fails does, and then a retry can help.
///
/// Immutable; any thread, one mail on each.
public final class MailReader {

  private final ReadSettings settings;

  public MailReader(ReadSettings settings) {
    this.settings = settings;
  }

  /// @param raw a file with one mail as it was received
  /// @param attachments a folder for this mail's attachments; made when there are any, and removed
  ///   again where the mail is quarantined
  /// @throws UncheckedIOException where a file cannot be read or written
  public ReadMail read(Path raw, Path attachments) {
    try (InputStream in = Files.newInputStream(raw)) {
      return read(in, attachments);
    } catch (IOException e) {
      throw new UncheckedIOException("A mail's file cannot be read", e);
    }
  }

  /// The same from a stream, which is read once and not closed.
  public ReadMail read(InputStream raw, Path attachments) {
    ReadLimits limits = settings.limits();
    AttachmentFolder folder = new AttachmentFolder(attachments, limits);
    Gathered gathered = new Gathered(limits, folder);
    try {
      InputStream measured = new BufferedInputStream(new MeasuredInput(raw, limits), 32 << 10);
      new MimeWalk(limits, gathered).read(measured);
      // The parser leaves what it does not need; the limits hold for all of the mail.
      measured.transferTo(OutputStream.nullOutputStream());
      return gathered.head.fields().isEmpty()
          ? quarantined(gathered, QuarantineReason.NO_MAIL, "It has no headers.")
          : new ReadMail.Understood(mail(gathered));
    } catch (IOException | MimeException | RuntimeException e) {
      return judged(gathered, e);
    }
  }

  private Mail mail(Gathered gathered) {
    MailHead head = HeadReader.head(gathered.head);
    RobotMarks robot = HeadReader.robot(gathered.head);
    boolean passedOn = KindReader.PASSED_ON.matcher(head.subject()).matches();
    String words = gathered.words();
    MailText text =
        MailWords.read(words, gathered.texts.enclosed(), passedOn, gathered.texts.cut());
    return new Mail(
        head,
        KindReader.kind(gathered, head, text, robot),
        text,
        gathered.attachments.kept(),
        AuthenticationReader.read(gathered.head, settings.authservId(), head.from()),
        HeadReader.spam(gathered.head, settings.spam()),
        robot);
  }

  private static ReadMail judged(Gathered gathered, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case LimitException limit -> {
          return quarantined(gathered, limit.reason(), String.valueOf(limit.getMessage()));
        }
        case MaxLineLimitException _, MaxHeaderLimitException _ -> {
          return quarantined(
              gathered, QuarantineReason.HEADER_TOO_LARGE, "One of its headers is too long.");
        }
        default -> {}
      }
    }
    if (e instanceof IOException io && !(e instanceof org.apache.james.mime4j.MimeIOException)) {
      drop(gathered);
      throw new UncheckedIOException("A mail cannot be read or its attachments not be kept", io);
    }
    return quarantined(
        gathered,
        QuarantineReason.UNREADABLE,
        "Its form cannot be followed (" + e.getClass().getSimpleName() + ").");
  }

  private static ReadMail quarantined(Gathered gathered, QuarantineReason reason, String where) {
    drop(gathered);
    return new ReadMail.Quarantined(headAsFarAsRead(gathered), reason, where);
  }

  private static MailHead headAsFarAsRead(Gathered gathered) {
    try {
      return HeadReader.head(gathered.head);
    } catch (RuntimeException _) {
      return MailHead.EMPTY;
    }
  }

  private static void drop(Gathered gathered) {
    try {
      gathered.attachments.drop();
    } catch (IOException e) {
      throw new UncheckedIOException("A mail's attachments cannot be removed", e);
    }
  }
}
