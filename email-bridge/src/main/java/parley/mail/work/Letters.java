package parley.mail.work;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import parley.config.MailboxSettings;
import parley.dialogue.call.Spoken;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.prompts.Prompts;
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

/// Composes the mails that follow from a received one. Thread: any.
final class Letters {

  private static final String USUAL = "en";

  private final ReplyWriter writer = new ReplyWriter();
  private final Function<String, Prompts> prompts;
  private final String siteName;
  private final Function<String, AnswerSource> sources;
  private final OwnMail own;
  private final Clock clock;

  /// @param prompts by language
  /// @param sources what a customer may have of what an answer rests on
  /// @param own by what our mails are known again
  /// @param clock in the site's zone
  Letters(
      Function<String, Prompts> prompts,
      String siteName,
      Function<String, AnswerSource> sources,
      OwnMail own,
      Clock clock) {
    this.prompts = prompts;
    this.siteName = siteName;
    this.sources = sources;
    this.own = own;
    this.clock = clock;
  }

  /// Where a mail that is to be written belongs.
  record For(MailboxSettings box, Claimed mail, MailThread thread) {}

  /// To the customer: an answer.
  Outgoing reply(For what, Incoming to, Spoken words, List<String> citations) {
    Prompts texts = prompts.apply(what.thread().language());
    String text =
        String.join(
            "\n\n",
            texts.text(Prompt.MAIL_OPENING, 0),
            words.text(),
            texts.text(Prompt.MAIL_CLOSING, 0, Map.of("site", siteName)));
    return byRobot(
        Outgoing.Kind.REPLY, what, to, text, citations.stream().map(sources).distinct().toList());
  }

  /// To the customer: that a person will write.
  Outgoing word(For what, Incoming to, Instant due) {
    Prompts texts = prompts.apply(what.thread().language());
    String when =
        DateTimeFormatter.ofPattern("EEEE, d MMMM, HH:mm", Locale.of(what.thread().language()))
            .format(due.atZone(clock.getZone()));
    String notHeard = to.hasUnheard() ? texts.text(Prompt.MAIL_NOT_HEARD, 0) + " " : "";
    String text =
        String.join(
            "\n\n",
            texts.text(Prompt.MAIL_OPENING, 0),
            notHeard + texts.text(Prompt.MAIL_WORD, 0, Map.of("when", when)),
            siteName);
    return byRobot(Outgoing.Kind.WORD, what, to, text, List.of());
  }

  private Outgoing byRobot(
      Outgoing.Kind kind, For what, Incoming to, String text, List<AnswerSource> from) {
    return written(
        kind,
        what,
        what.thread().customer(),
        to.mail().head(),
        Optional.empty(),
        text,
        from,
        to.words(),
        own.instance());
  }

  /// To a person: what the customer wrote, and why Parley does not answer it.
  Optional<Outgoing> work(For what, Incoming of, String reason) {
    String workTo = what.box().workTo();
    String text =
        prompts.apply(what.thread().language()).text(Prompt.MAIL_WORK, 0) + "\n\n(" + reason + ")";
    return Optional.ofNullable(workTo)
        .map(to ->
            written(
                Outgoing.Kind.WORK,
                what,
                to,
                about(what.thread()),
                Optional.of(new ThreadToken(what.thread().token())),
                text,
                List.of(),
                of.words(),
                own.instance()));
  }

  /// To the customer: what a person wrote.
  ///
  /// @param last the customer's last mail
  Outgoing byPerson(For what, Optional<Incoming> last, Spoken words) {
    return written(
        Outgoing.Kind.AGENT,
        what,
        what.thread().customer(),
        last.map(mail -> mail.mail().head()).orElseGet(() -> about(what.thread())),
        Optional.empty(),
        words.text(),
        List.of(),
        last.map(Incoming::words).orElse(""),
        "");
  }

  private static MailHead about(MailThread thread) {
    return new MailHead(
        Optional.empty(),
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

  private static List<Enclosure> enclosed(List<AnswerSource> from) {
    List<Path> files = from.stream().flatMap(source -> source.files().stream()).distinct().toList();
    return EnclosedFiles.together(files).stream().map(Enclosure::of).toList();
  }

  private Outgoing written(
      Outgoing.Kind kind,
      For what,
      String to,
      MailHead answered,
      Optional<ThreadToken> token,
      String text,
      List<AnswerSource> from,
      String quoted,
      String instance) {
    MailAddress shop = new MailAddress(what.box().address(), siteName);
    MessageId id = new MessageId("<" + UUID.randomUUID() + "@" + own.idDomain() + ">");
    String language = what.thread().language();
    Reply reply =
        new Reply(
            id,
            shop,
            shop,
            MailAddress.of(to),
            answered,
            token,
            text,
            from.stream()
                .map(source -> new Citation(source.name(), source.page()))
                .distinct()
                .toList(),
            quoted,
            language.matches("[a-z]{2,3}") ? language : USUAL,
            clock.instant(),
            clock.getZone(),
            instance,
            enclosed(from));
    return new Outgoing(
        UUID.randomUUID(),
        what.box().name(),
        Optional.of(what.thread().id()),
        Optional.of(what.mail().id()),
        kind,
        id.value(),
        what.box().address(),
        List.of(to),
        new Outgoing.Bytes(writer.write(reply)));
  }
}
