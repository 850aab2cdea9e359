package parley.mail.work;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import parley.dialogue.call.Spoken;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.prompts.Prompts;
import parley.mail.answer.AnswerSource;
import parley.mail.header.MessageId;
import parley.mail.header.ThreadToken;
import parley.mail.message.MailHead;
import parley.mail.outbox.Outgoing;
import parley.mail.work.LetterPaper.For;
import parley.mail.work.LetterPaper.Letter;

/// Composes the mails that Parley writes by itself, to customers and to the people who take over.
/// Thread: any.
final class Letters {

  private final Function<String, Prompts> prompts;
  private final Function<String, AnswerSource> sources;
  private final LetterPaper paper;

  /// @param prompts by language
  /// @param sources what a customer may have of what an answer rests on
  Letters(
      Function<String, Prompts> prompts,
      Function<String, AnswerSource> sources,
      LetterPaper paper) {
    this.prompts = prompts;
    this.sources = sources;
    this.paper = paper;
  }

  LetterPaper paper() {
    return paper;
  }

  /// To the customer: an answer.
  Outgoing reply(For what, Incoming to, Spoken words, List<String> citations) {
    Prompts texts = prompts(what);
    String text =
        String.join(
            "\n\n",
            texts.text(Prompt.MAIL_OPENING, 0),
            words.text(),
            texts.text(Prompt.MAIL_CLOSING, 0, Map.of("site", paper.siteName())));
    List<AnswerSource> from = citations.stream().map(sources).distinct().toList();
    return toCustomer(
        Outgoing.Kind.REPLY, what, paper.anyId(), to.mail().head(), text, from, to.words());
  }

  /// To the customer: that a person will write.
  Outgoing word(For what, Incoming to, Instant due) {
    Prompts texts = prompts(what);
    String notHeard = to.hasUnheard() ? texts.text(Prompt.MAIL_NOT_HEARD, 0) + " " : "";
    String text =
        String.join(
            "\n\n",
            texts.text(Prompt.MAIL_OPENING, 0),
            notHeard + texts.text(Prompt.MAIL_WORD, 0, Map.of("when", when(what, due))),
            paper.siteName());
    return toCustomer(
        Outgoing.Kind.WORD, what, paper.anyId(), to.mail().head(), text, List.of(), to.words());
  }

  /// What a customer is asked who has not written since our answer.
  String followUpText(For what, Instant since) {
    return prompts(what).text(Prompt.MAIL_FOLLOW_UP, 0, Map.of("when", when(what, since)));
  }

  /// To the customer: that question.
  ///
  /// @param last Message-ID of the customer's last mail; may be empty
  Outgoing followUp(For what, MessageId id, String last, String text) {
    return toCustomer(
        Outgoing.Kind.FOLLOW_UP,
        what,
        id,
        LetterPaper.about(what.thread(), last),
        text + "\n\n" + paper.siteName(),
        List.of(),
        "");
  }

  private Outgoing toCustomer(
      Outgoing.Kind kind,
      For what,
      MessageId id,
      MailHead answered,
      String text,
      List<AnswerSource> from,
      String quoted) {
    return paper.written(
        what,
        new Letter(
            kind,
            id,
            what.thread().customer(),
            answered,
            Optional.empty(),
            text,
            from,
            quoted,
            true));
  }

  /// To a person: what the customer wrote, and why Parley does not answer it.
  ///
  /// @param before what the customer wrote about before; may be empty
  Optional<Outgoing> work(For what, Incoming of, String reason, Spoken before) {
    Prompts texts = prompts(what);
    String known =
        before.isEmpty()
            ? ""
            : "\n\n" + texts.text(Prompt.MAIL_EARLIER, 0, Map.of("earlier", before.text()));
    String text = texts.text(Prompt.MAIL_WORK, 0) + "\n\n(" + reason + ")" + known;
    return toPerson(Outgoing.Kind.WORK, what, paper.anyId(), text, of.words());
  }

  /// To a person: that a mail of ours did not arrive.
  ///
  /// @param id the same for the same mail of ours
  /// @param why as a mail server said it
  Optional<Outgoing> undelivered(For what, MessageId id, String to, String why) {
    String text = prompts(what).text(Prompt.MAIL_UNDELIVERED, 0, Map.of("to", to));
    return toPerson(Outgoing.Kind.WORK, what, id, text, why);
  }

  /// To a person who has not answered.
  Optional<Outgoing> reminder(For what, MessageId id, Instant since, String words) {
    String text = prompts(what).text(Prompt.MAIL_REMINDER, 0, Map.of("when", when(what, since)));
    return toPerson(Outgoing.Kind.REMINDER, what, id, text, words);
  }

  private Optional<Outgoing> toPerson(
      Outgoing.Kind kind, For what, MessageId id, String text, String quoted) {
    return Optional.ofNullable(what.box().workTo())
        .map(to ->
            paper.written(
                what,
                new Letter(
                    kind,
                    id,
                    to,
                    LetterPaper.about(what.thread(), ""),
                    Optional.of(new ThreadToken(what.thread().token())),
                    text,
                    List.of(),
                    quoted,
                    true)));
  }

  private Prompts prompts(For what) {
    return prompts.apply(what.thread().language());
  }

  private String when(For what, Instant at) {
    return DateTimeFormatter.ofPattern("EEEE, d MMMM, HH:mm", Locale.of(what.thread().language()))
        .format(at.atZone(paper.clock().getZone()));
  }
}
