package parley.mail.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.mail.attachment.Attachment;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.loop.AnswerDecision;
import parley.mail.loop.AnswerHistory;
import parley.mail.loop.AnswerPolicy;
import parley.mail.loop.AnswerRules;
import parley.mail.loop.OwnMail;
import parley.mail.message.Mail;
import parley.mail.message.MailReader;
import parley.mail.message.QuarantineReason;
import parley.mail.message.ReadLimits;
import parley.mail.message.ReadMail;
import parley.mail.message.ReadSettings;
import parley.mail.message.SpamRule;
import parley.mail.reply.Reply;
import parley.mail.reply.ReplyWriter;

/// Takes any bytes all the way: read, decided on, answered. What must hold for every input is
/// checked here. `run` is what a fuzzer calls.
final class MailFuzz {

  static final ReadLimits LIMITS =
      new ReadLimits(1 << 20, 64 << 10, 16 << 10, 30, 6, 10, 256 << 10, 2000);

  private static final MailReader READER =
      new MailReader(new ReadSettings(LIMITS, "mx.shop.example", SpamRule.USUAL));
  private static final AnswerPolicy POLICY =
      new AnswerPolicy(
          new OwnMail(Set.of("support@shop.example"), "parley.shop.example", "shop-1"),
          AnswerRules.DEFAULT);
  private static final MailAddress SUPPORT = MailAddress.of("support@shop.example");

  private MailFuzz() {}

  /// @throws AssertionError where something does not hold
  static ReadMail run(byte[] raw, Path folder) {
    ReadMail read = READER.read(new ByteArrayInputStream(raw), folder);
    switch (read) {
      case ReadMail.Quarantined quarantined ->
          check(quarantined.reason() != QuarantineReason.UNREADABLE, "the reader failed");
      case ReadMail.Understood(Mail mail) -> {
        limits(mail);
        answer(mail);
      }
    }
    return read;
  }

  private static void limits(Mail mail) {
    check(mail.text().whole().length() <= LIMITS.textCharacters(), "text too long");
    check(mail.text().written().length() <= LIMITS.textCharacters(), "written too long");
    check(mail.attachments().size() <= LIMITS.attachments(), "too many attachments");
    long bytes = mail.attachments().stream().mapToLong(Attachment::bytes).sum();
    check(bytes <= LIMITS.attachmentBytes(), "attachments too large");
    check(oneLine(mail.head().subject()), "subject of several lines");
    Stream<MailAddress> addresses =
        Stream.of(mail.head().to(), mail.head().cc(), mail.head().replyTo()).flatMap(List::stream);
    check(addresses.allMatch(a -> oneLine(a.address()) && oneLine(a.name())), "address of lines");
    check(mail.attachments().stream().allMatch(a -> oneLine(a.name())), "name of several lines");
  }

  private static boolean oneLine(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }

  private static void answer(Mail mail) {
    AnswerDecision decision = POLICY.decide(mail, AnswerHistory.NONE, Instant.EPOCH);
    if (!(decision instanceof AnswerDecision.Answer(MailAddress to))) {
      return;
    }
    Reply reply =
        new Reply(
            new MessageId("<r1@parley.shop.example>"),
            SUPPORT,
            SUPPORT,
            to,
            mail.head(),
            Optional.empty(),
            "We look into it.",
            List.of(),
            mail.text().written(),
            "en",
            Instant.EPOCH,
            ZoneOffset.UTC,
            "shop-1",
            List.of());
    String raw = new String(new ReplyWriter().write(reply), StandardCharsets.ISO_8859_1);
    String head = raw.substring(0, raw.indexOf("\r\n\r\n"));
    check(head.replaceAll("\r\n[ \t]", " ").lines().allMatch(MailFuzz::isOurs), "foreign header");
  }

  private static boolean isOurs(String line) {
    return line.matches(
        "(Date|From|To|Message-ID|In-Reply-To|References|Subject|MIME-Version|Content-Type"
            + "|Auto-Submitted|X-Auto-Response-Suppress|X-Parley-Reply): .*");
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /// The raw mails beside the tests.
  ///
  /// @param folder of the test resources
  static List<byte[]> corpus(String folder) {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
      return files.sorted().map(MailFuzz::bytes).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
