package parley.mail.work;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import parley.config.MailboxSettings;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction.PromiseCallback;
import parley.dialogue.log.LogEntry.Audited;
import parley.dialogue.log.LogEntry.CallbackPromised;
import parley.dialogue.log.LogEntry.Speaker;
import parley.mail.answer.MailAnswer;
import parley.mail.answer.MailAnswers;
import parley.mail.answer.ModelAsked;
import parley.mail.header.ThreadToken;
import parley.mail.loop.AnswerDecision;
import parley.mail.loop.AnswerHistory;
import parley.mail.loop.AnswerPolicy;
import parley.mail.loop.NoAnswer;
import parley.mail.message.MailKind;
import parley.mail.outbox.Outgoing;

/// What comes of one mail: an answer, a person's work, a person's answer passed on, or nothing.
/// Thread: any.
final class Deciding {

  private final SecureRandom random = new SecureRandom();
  private final AnswerPolicy policy;
  private final MailAnswers answers;
  private final Letters letters;
  private final Bounces bounces;
  private final Duration answerWithin;
  private final UnaryOperator<String> kept;
  private final Clock clock;

  /// @param answerWithin by when a person writes
  /// @param kept what of somebody's words may be kept
  Deciding(
      AnswerPolicy policy,
      MailAnswers answers,
      Letters letters,
      Bounces bounces,
      Duration answerWithin,
      UnaryOperator<String> kept,
      Clock clock) {
    this.policy = policy;
    this.answers = answers;
    this.letters = letters;
    this.bounces = bounces;
    this.answerWithin = answerWithin;
    this.kept = kept;
    this.clock = clock;
  }

  /// A mail and where it belongs.
  ///
  /// @param thread empty for a new matter
  /// @param earlier the customer's mails in the thread before
  record Case(
      MailboxSettings box,
      Claimed claimed,
      Incoming incoming,
      Optional<MailThread> thread,
      EarlierMails earlier,
      AnswerHistory history) {

    LetterPaper.For in(MailThread thread) {
      return new LetterPaper.For(box, Optional.of(claimed.id()), thread);
    }
  }

  Settlement decide(Case one) {
    return switch (policy.decide(one.incoming().mail(), one.history(), clock.instant())) {
      case AnswerDecision.RecordOnly(NoAnswer why) -> recorded(one, why);
      case AnswerDecision.Quarantine(NoAnswer why) ->
          one.claimed().released()
              ? wanted(one, one.incoming().from())
              : Settlement.of(Settlement.State.QUARANTINED, why.name());
      case AnswerDecision.Answer(var to) -> wanted(one, to.address());
    };
  }

  /// No machine answers it. Where somebody may wait behind it, a person looks.
  private Settlement recorded(Case one, NoAnswer why) {
    if (one.incoming().mail().kind() instanceof MailKind.Bounce(var bounce)) {
      return bounces.of(one.box(), one.claimed(), one.incoming(), bounce, one.thread());
    }
    return why.personLooks() && one.thread().isPresent()
        ? withoutWord(one, one.thread().get(), why.name())
        : new Settlement(Settlement.State.RECORDED, why.name(), one.thread(), List.of(), List.of());
  }

  private Settlement wanted(Case one, String to) {
    if (one.incoming().from().equalsIgnoreCase(one.box().workTo())) {
      return one.thread()
          .filter(_ -> one.incoming().token().isPresent())
          .map(thread -> passedOn(one, thread))
          .orElseGet(() -> Settlement.of(Settlement.State.QUARANTINED, "NO_THREAD_NAMED"));
    }
    return ofCustomer(one, one.thread().orElseGet(() -> fresh(one, to)));
  }

  private MailThread fresh(Case one, String to) {
    return new MailThread(
        UUID.randomUUID(),
        ThreadToken.from(random).value(),
        one.box().name(),
        to,
        one.incoming().mail().head().subject(),
        "",
        MailThread.State.OPEN,
        Optional.empty());
  }

  private Settlement ofCustomer(Case one, MailThread thread) {
    if (thread.state() == MailThread.State.PERSON) {
      return forPerson(
          one,
          thread,
          new MailAnswer.ForPerson(
              "the customer has written again", Priority.MEDIUM, thread.language(), ""));
    }
    if (one.incoming().hasUnheard()) {
      return forPerson(
          one,
          thread,
          new MailAnswer.ForPerson("recording-not-heard", Priority.MEDIUM, thread.language(), ""));
    }
    MailAnswers.Question question =
        new MailAnswers.Question(
            thread.customer(),
            thread.id(),
            one.earlier().words(),
            one.incoming().words(),
            one.incoming().isGenuine(thread.customer()));
    List<ModelAsked> asked = new ArrayList<>();
    Settlement settlement =
        switch (answer(question, one.incoming(), asked::add)) {
          case MailAnswer.Replied reply -> replied(one, thread, reply);
          case MailAnswer.ForPerson person -> forPerson(one, thread, person);
          case MailAnswer.NothingAsked(var language, var understood) -> {
            MailThread done = thread.now(MailThread.State.CLOSED, language, Optional.empty());
            yield new Settlement(
                Settlement.State.RECORDED,
                "NOTHING_ASKED",
                Optional.of(done),
                List.of(said(one, language, understood, "")),
                List.of());
          }
        };
    return settlement.audited(asked.stream().map(ended -> audit(thread, ended)).toList());
  }

  /// In the words of the audit of calls.
  private Audited audit(MailThread thread, ModelAsked ended) {
    return new Audited(
        UUID.randomUUID(),
        new CallId(thread.id()),
        clock.instant(),
        "parley",
        "model-asked",
        Map.of("result", ended.result(), "ms", Long.toString(ended.took().toMillis())));
  }

  /// A document is only looked into where the mail itself is not enough to go by.
  private MailAnswer answer(
      MailAnswers.Question question, Incoming mail, Consumer<ModelAsked> asked) {
    MailAnswer byWords = answers.answer(question, asked);
    boolean enough =
        switch (byWords) {
          case MailAnswer.Replied _ -> true;
          case MailAnswer.ForPerson person -> !person.reason().equals(MailAnswer.NOT_UNDERSTOOD);
          case MailAnswer.NothingAsked _ -> !mail.words().isBlank();
        };
    if (enough || mail.attached().read().isEmpty()) {
      return byWords;
    }
    return answers.answer(question.saying(mail.allWords()), asked)
            instanceof MailAnswer.Replied replied
        ? replied
        : byWords;
  }

  private Settlement replied(Case one, MailThread thread, MailAnswer.Replied reply) {
    MailThread open = thread.now(MailThread.State.OPEN, reply.language(), Optional.empty());
    Outgoing mail = letters.reply(one.in(open), one.incoming(), reply.words(), reply.citations());
    return new Settlement(
            Settlement.State.ANSWERED,
            "",
            Optional.of(open),
            List.of(
                said(one, reply.language(), reply.understoodAs(), ""),
                turn(Speaker.PARLEY, reply.words(), reply.language(), "", "", reply.citations())),
            List.of(mail))
        .promising(reply.callbacks().stream().map(wanted -> promised(open, wanted)).toList());
  }

  private CallbackPromised promised(MailThread thread, PromiseCallback wanted) {
    return new CallbackPromised(
        UUID.randomUUID(),
        new CallId(thread.id()),
        clock.instant(),
        wanted.number(),
        wanted.reason(),
        wanted.window().orElse(null),
        wanted.queue(),
        thread.language());
  }

  /// Who has been told when to expect word is not told again.
  private Settlement forPerson(Case one, MailThread thread, MailAnswer.ForPerson person) {
    boolean told = thread.state() == MailThread.State.PERSON && thread.due().isPresent();
    Instant due =
        thread.due().filter(_ -> told).orElseGet(() -> clock.instant().plus(answerWithin));
    MailThread handed = thread.now(MailThread.State.PERSON, person.language(), Optional.of(due));
    List<Outgoing> mails = new ArrayList<>();
    if (!told) {
      mails.add(letters.word(one.in(handed), one.incoming(), due));
    }
    letters
        .work(one.in(handed), one.incoming(), person.reason(), person.before())
        .ifPresent(mails::add);
    return new Settlement(
        Settlement.State.PERSON,
        person.reason(),
        Optional.of(handed),
        List.of(said(one, person.language(), person.understoodAs(), told ? "" : person.reason())),
        mails);
  }

  private Settlement withoutWord(Case one, MailThread thread, String reason) {
    Instant due = clock.instant().plus(answerWithin);
    MailThread handed = thread.now(MailThread.State.PERSON, thread.language(), Optional.of(due));
    return new Settlement(
        Settlement.State.PERSON,
        reason,
        Optional.of(handed),
        List.of(),
        letters.work(one.in(handed), one.incoming(), reason, Spoken.NOTHING).stream().toList());
  }

  private Settlement passedOn(Case one, MailThread thread) {
    MailThread answered = thread.now(MailThread.State.OPEN, thread.language(), Optional.empty());
    Spoken words = new Spoken(one.incoming().words());
    if (words.isEmpty()) {
      return Settlement.of(Settlement.State.QUARANTINED, "NOTHING_WRITTEN");
    }
    EarlierMails earlier = one.earlier();
    return new Settlement(
        Settlement.State.FORWARDED,
        "",
        Optional.of(answered),
        List.of(turn(Speaker.AGENT, words, thread.language(), "", "", List.of())),
        List.of(
            letters
                .paper()
                .byPerson(
                    one.in(answered),
                    letters.paper().anyId(),
                    LetterPaper.about(thread, earlier.lastId()),
                    earlier.last(),
                    words)));
  }

  private Settlement.Turn said(Case one, String language, String understood, String rule) {
    Spoken words = new Spoken(one.incoming().words());
    return turn(Speaker.CALLER, words, language, understood, rule, List.of());
  }

  private Settlement.Turn turn(
      Speaker speaker,
      Spoken words,
      String language,
      String understood,
      String rule,
      List<String> citations) {
    return new Settlement.Turn(
        UUID.randomUUID(),
        speaker,
        new Spoken(kept.apply(words.text())),
        language,
        understood,
        rule,
        citations);
  }
}
