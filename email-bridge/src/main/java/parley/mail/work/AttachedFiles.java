package parley.mail.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mail.attachment.Attachment;
import parley.mail.attachment.AttachmentReader;
import parley.mail.attachment.AttachmentScanner;
import parley.mail.attachment.AttachmentText;

/// Has a mail's attached files scanned, and then read for their words, in bounds of time that a
/// mail's lease allows. Thread: any; blocks.
final class AttachedFiles {

  private static final Logger log = LoggerFactory.getLogger(AttachedFiles.class);

  /// All files of a mail together.
  private static final Duration LONGEST_SCAN = Duration.ofMinutes(2);

  private static final int MOST_READ = 3;
  private static final int MOST_CHARACTERS = 4000;

  private final AttachmentScanner scanner;
  private final AttachmentReader reader;
  private final Clock clock;

  AttachedFiles(AttachmentScanner scanner, AttachmentReader reader, Clock clock) {
    this.scanner = scanner;
    this.reader = reader;
    this.clock = clock;
  }

  /// Why the mail must be put aside; empty where every file is harmless.
  Optional<String> danger(List<Attachment> files) {
    Instant end = clock.instant().plus(LONGEST_SCAN);
    for (Attachment file : files) {
      AttachmentScanner.Verdict verdict =
          clock.instant().isAfter(end)
              ? AttachmentScanner.Verdict.FAILED
              : scanner.scan(file.file());
      switch (verdict) {
        case CLEAN -> {}
        case INFECTED -> {
          return Optional.of("ATTACHMENT_INFECTED");
        }
        case FAILED -> {
          return Optional.of("ATTACHMENT_NOT_SCANNED");
        }
      }
    }
    return Optional.empty();
  }

  /// @param files that were found harmless
  Attached words(List<Attachment> files) {
    StringBuilder heard = new StringBuilder();
    StringBuilder read = new StringBuilder();
    int unheard = 0;
    for (Attachment file :
        files.stream().filter(AttachedFiles::mayHaveWords).limit(MOST_READ).toList()) {
      boolean spoken = file.form() == Attachment.Form.AUDIO;
      switch (reader.read(file)) {
        case AttachmentText.Words(var text, _) ->
            (spoken ? heard : read).append(text.strip()).append("\n\n");
        case AttachmentText.NoWords(String why) -> {
          log.info("An attached file ({}) gave no words: {}", file.form(), why);
          unheard += spoken ? 1 : 0;
        }
      }
    }
    return new Attached(cut(heard), cut(read), unheard);
  }

  private static boolean mayHaveWords(Attachment file) {
    return switch (file.form()) {
      case TEXT, HTML, OFFICE, PDF, AUDIO -> !file.inline();
      case PICTURE, CALENDAR, MAIL, ARCHIVE, PROGRAM, OUTLOOK_ONLY, OTHER -> false;
    };
  }

  private static String cut(StringBuilder words) {
    return words.substring(0, Math.min(words.length(), MOST_CHARACTERS)).strip();
  }
}
