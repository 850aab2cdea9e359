package parley.mail.work;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.config.MailboxSettings;
import parley.dialogue.call.Spoken;
import parley.mail.answer.AnswerSource;
import parley.mail.answer.EnclosedFiles;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.header.ThreadToken;
import parley.mail.loop.OwnMail;
import parley.mail.message.MailHead;
import parley.mail.outbox.Outgoing;
import parley.mail.reply.Citation;
import parley.mail.reply.Enclosure;
import parley.mail.reply.Reply;
import parley.mail.reply.ReplyWriter;

/// What all our mails have in common, and the one that holds a person's own words alone. Thread:
/// any.
final class LetterPaper {

  private static final String USUAL = "en";

  private final ReplyWriter writer = new ReplyWriter();
  private final String siteName;
  private final OwnMail own;
  private final Clock clock;

  /// @param own by what our mails are known again
  /// @param clock in the site's zone
  LetterPaper(String siteName, OwnMail own, Clock clock) {
    this.siteName = siteName;
    this.own = own;
    this.clock = clock;
  }

  /// Where a mail that is to be written belongs.
  ///
  /// @param mail the received mail that it comes of
  record For(MailboxSettings box, Optional<UUID> mail, MailThread thread) {}

  /// What a mail says, and to whom.
  ///
  /// @param answered the head of the mail that it answers
  /// @param byRobot whether nobody wrote it
  record Letter(
      Outgoing.Kind kind,
      MessageId id,
      String to,
      MailHead answered,
      Optional<ThreadToken> token,
      String text,
      List<AnswerSource> sources,
      String quoted,
      boolean byRobot) {
    Letter {
      sources = List.copyOf(sources);
    }
  }

  String siteName() {
    return siteName;
  }

  Clock clock() {
    return clock;
  }

  MessageId anyId() {
    return id(UUID.randomUUID());
  }

  /// The same for the same matter: a mail with it is written once, whoever tries.
  MessageId idOf(String matter) {
    return id(UUID.nameUUIDFromBytes(matter.getBytes(StandardCharsets.UTF_8)));
  }

  private MessageId id(UUID name) {
    return new MessageId("<" + name + "@" + own.idDomain() + ">");
  }

  /// To the customer: what a person wrote.
  ///
  /// @param last the customer's last mail, where it can still be read
  Outgoing byPerson(
      For what, MessageId id, MailHead answered, Optional<Incoming> last, Spoken words) {
    return written(
        what,
        new Letter(
            Outgoing.Kind.AGENT,
            id,
            what.thread().customer(),
            last.map(mail -> mail.mail().head()).orElse(answered),
            Optional.empty(),
            words.text(),
            List.of(),
            last.map(Incoming::words).orElse(""),
            false));
  }

  /// The head of a mail of which no more is known.
  ///
  /// @param messageId may be empty
  static MailHead about(MailThread thread, String messageId) {
    return new MailHead(
        MessageId.first(messageId),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        thread.subject(),
        Optional.empty());
  }

  Outgoing written(For what, Letter letter) {
    MailAddress from = new MailAddress(what.box().address(), siteName);
    String language = what.thread().language();
    Reply reply =
        new Reply(
            letter.id(),
            from,
            from,
            MailAddress.of(letter.to()),
            letter.answered(),
            letter.token(),
            letter.text(),
            letter.sources().stream()
                .map(source -> new Citation(source.name(), source.page()))
                .distinct()
                .toList(),
            letter.quoted(),
            language.matches("[a-z]{2,3}") ? language : USUAL,
            clock.instant(),
            clock.getZone(),
            letter.byRobot() ? own.instance() : "",
            enclosed(letter.sources()));
    return new Outgoing(
        UUID.randomUUID(),
        what.box().name(),
        Optional.of(what.thread().id()),
        what.mail(),
        letter.kind(),
        letter.id().value(),
        what.box().address(),
        List.of(letter.to()),
        new Outgoing.Bytes(writer.write(reply)));
  }

  private static List<Enclosure> enclosed(List<AnswerSource> sources) {
    List<Path> files =
        sources.stream().flatMap(source -> source.files().stream()).distinct().toList();
    return EnclosedFiles.together(files).stream().map(Enclosure::of).toList();
  }
}
