package parley.mail.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.mail.header.MailAddress;
import parley.mail.message.Mail;
import parley.mail.message.MailHead;
import parley.mail.message.MailReader;
import parley.mail.message.QuarantineReason;
import parley.mail.message.ReadMail;

/// Reads recorded mails, with their files in a folder that lives as long as the reading. Thread:
/// any; blocks.
final class Reading {

  private static final String NOT_KEPT = "NOT_KEPT";

  private final MailBytes work;
  private final MailReader reader;
  private final AttachedFiles attached;
  private final Path files;

  /// @param files a folder for mails while they are read
  Reading(MailBytes work, MailReader reader, AttachedFiles attached, Path files) {
    this.work = work;
    this.reader = reader;
    this.attached = attached;
    this.files = files;
  }

  Path files() {
    return files;
  }

  /// What came of it.
  sealed interface Outcome {
    record Read(Incoming mail) implements Outcome {}

    /// It is put aside.
    ///
    /// @param from the sender's address; empty where it could not be read
    record Aside(String reason, String from) implements Outcome {
      @Override
      public String toString() {
        return "aside: " + reason;
      }
    }
  }

  /// Attached files included. A released mail's files are not opened: who released it has judged
  /// the mail, and not made them harmless.
  Outcome read(Claimed mail) throws IOException {
    return inFolder(
            mail.id(),
            read ->
                switch (read) {
                  case ReadMail.Quarantined(var head, QuarantineReason reason, _) ->
                      new Outcome.Aside(reason.name(), sender(head));
                  case ReadMail.Understood(Mail readable) when mail.released() ->
                      new Outcome.Read(new Incoming(readable, Attached.NONE));
                  case ReadMail.Understood(Mail readable) -> scanned(readable);
                })
        .orElseGet(() -> new Outcome.Aside(NOT_KEPT, ""));
  }

  private static String sender(MailHead head) {
    return head.from().map(MailAddress::address).orElse("");
  }

  /// @param use what is done while the mail's files are there
  /// @return empty where its bytes are not there
  private <T> Optional<T> inFolder(UUID mail, Function<ReadMail, T> use) throws IOException {
    Path folder = Files.createTempDirectory(files, "read-");
    try {
      Path file = folder.resolve("mail.eml");
      boolean kept;
      try (var out = Files.newOutputStream(file)) {
        kept = work.copy(mail, out);
      }
      return kept
          ? Optional.of(use.apply(reader.read(file, folder.resolve("attachments"))))
          : Optional.empty();
    } finally {
      delete(folder);
    }
  }

  private Outcome scanned(Mail mail) {
    Optional<String> danger = attached.danger(mail.attachments());
    return danger.isPresent()
        ? new Outcome.Aside(danger.get(), sender(mail.head()))
        : new Outcome.Read(new Incoming(mail, attached.words(mail.attachments())));
  }

  /// A mail that was dealt with before, without its files; empty where it is not kept any more.
  Optional<Incoming> again(UUID mail) throws IOException {
    return inFolder(mail, read -> read)
        .filter(ReadMail.Understood.class::isInstance)
        .map(ReadMail.Understood.class::cast)
        .map(read -> new Incoming(read.mail(), Attached.NONE));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        boolean _ = Files.deleteIfExists(file);
      }
    }
  }
}
