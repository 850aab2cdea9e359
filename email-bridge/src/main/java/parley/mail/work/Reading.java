package parley.mail.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.mail.message.Mail;
import parley.mail.message.MailReader;
import parley.mail.message.QuarantineReason;
import parley.mail.message.ReadMail;

/// Reads recorded mails, with their files in a folder that lives as long as the reading. Thread:
/// any; blocks.
final class Reading {

  private final MailWork work;
  private final MailReader reader;
  private final AttachedFiles attached;
  private final Path files;

  /// @param files a folder for mails while they are read
  Reading(MailWork work, MailReader reader, AttachedFiles attached, Path files) {
    this.work = work;
    this.reader = reader;
    this.attached = attached;
    this.files = files;
  }

  /// What came of it.
  sealed interface Outcome {
    record Read(Incoming mail) implements Outcome {}

    /// It is put aside.
    record Aside(String reason) implements Outcome {}
  }

  /// Attached files included. A released mail's files are not opened: who released it has judged
  /// the mail, and not made them harmless.
  Outcome read(Claimed mail) throws IOException {
    return inFolder(
        mail.id(),
        read ->
            switch (read) {
              case ReadMail.Quarantined(_, QuarantineReason reason, _) ->
                  new Outcome.Aside(reason.name());
              case ReadMail.Understood(Mail readable) when mail.released() ->
                  new Outcome.Read(new Incoming(readable, Attached.NONE));
              case ReadMail.Understood(Mail readable) -> scanned(readable);
            });
  }

  /// @param use what is done while the mail's files are there
  private <T> T inFolder(UUID mail, Function<ReadMail, T> use) throws IOException {
    Path folder = Files.createTempDirectory(files, "read-");
    try {
      return use.apply(reader.read(copy(mail, folder), folder.resolve("attachments")));
    } finally {
      delete(folder);
    }
  }

  private Outcome scanned(Mail mail) {
    Optional<String> danger = attached.danger(mail.attachments());
    return danger.isPresent()
        ? new Outcome.Aside(danger.get())
        : new Outcome.Read(new Incoming(mail, attached.words(mail.attachments())));
  }

  /// Those that can be read, without their files.
  List<Incoming> earlier(List<UUID> ids) throws IOException {
    List<Incoming> mails = new ArrayList<>();
    for (UUID id : ids) {
      if (inFolder(id, read -> read) instanceof ReadMail.Understood(Mail readable)) {
        mails.add(new Incoming(readable, Attached.NONE));
      }
    }
    return mails;
  }

  private Path copy(UUID mail, Path folder) throws IOException {
    Path file = folder.resolve("mail.eml");
    try (var out = Files.newOutputStream(file)) {
      work.copy(mail, out);
    }
    return file;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        boolean _ = Files.deleteIfExists(file);
      }
    }
  }
}
