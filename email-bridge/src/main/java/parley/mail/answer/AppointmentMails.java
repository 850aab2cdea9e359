package parley.mail.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.mail.calendar.AppointmentChanges;
import parley.mail.calendar.AppointmentChanges.Made;
import parley.mail.calendar.AppointmentChanges.Wanted;

/// Has appointments changed that a customer writes about whom the mail server has vouched for; all
/// other mails are answered by others. What else such a mail asks is answered in the same reply. It
/// goes to a person, and nothing is changed, where the rest of it needs one or a rule fires.
///
/// The change is made before the reply is kept: who dies in between does it once more, which
/// changes nothing. Thread: any; blocks on the store.
public final class AppointmentMails implements MailAnswers {

  private static final String WANTED = "appointment-change";

  private final MailAnswers others;
  private final AppointmentChanges changes;
  private final String usual;

  /// @param usual the site's language, in which sentences are read
  public AppointmentMails(MailAnswers others, AppointmentChanges changes, String usual) {
    this.others = others;
    this.changes = changes;
    this.usual = usual;
  }

  @Override
  public MailAnswer answer(Question question, Consumer<ModelAsked> asked) {
    Optional<Wanted> wanted =
        question.genuine()
            ? changes.wanted(
                question.sender(),
                Sentences.of(question.words()),
                question.earlier().isEmpty()
                    ? List.of()
                    : Sentences.of(question.earlier().getLast()),
                usual)
            : Optional.empty();
    return wanted
        .map(found -> answer(found, question, asked))
        .orElseGet(() -> others.answer(question, asked));
  }

  private MailAnswer answer(Wanted wanted, Question question, Consumer<ModelAsked> asked) {
    List<String> own = new ArrayList<>(Sentences.of(question.words()));
    own.removeAll(wanted.rest());
    if (others.answer(question.saying(String.join("\n\n", own)), asked)
            instanceof MailAnswer.ForPerson person
        && isByRule(person)) {
      return person;
    }
    MailAnswer beside =
        wanted.rest().isEmpty()
            ? new MailAnswer.NothingAsked(usual, "")
            : others.answer(question.saying(String.join("\n\n", wanted.rest())), asked);
    return switch (beside) {
      case MailAnswer.Replied also -> made(wanted, also);
      case MailAnswer.NothingAsked _ -> made(wanted);
      case MailAnswer.ForPerson person ->
          person.reason().equals(MailAnswer.NOT_UNDERSTOOD) && asksNothing(wanted.rest())
              ? made(wanted)
              : forPerson(person.priority(), person.language());
    };
  }

  /// A rule names its reason itself; else it is what was understood, or who has to show who they
  /// are.
  private static boolean isByRule(MailAnswer.ForPerson person) {
    return !person.reason().equals(person.understoodAs())
        && !person.reason().equals(MailAnswer.NOT_UNDERSTOOD)
        && !person.reason().equals(MailAnswer.IDENTITY_NEEDED);
  }

  private static boolean asksNothing(List<String> sentences) {
    return sentences.stream().noneMatch(sentence -> sentence.endsWith("?"));
  }

  private MailAnswer made(Wanted wanted) {
    return wanted
        .make()
        .get()
        .<MailAnswer>map(done -> replied(done, done.words(), List.of(), List.of()))
        .orElseGet(() -> forPerson(Priority.MEDIUM, usual));
  }

  private MailAnswer made(Wanted wanted, MailAnswer.Replied also) {
    return wanted
        .make()
        .get()
        .<MailAnswer>map(done ->
            replied(
                done,
                new Spoken(done.words().text() + "\n\n" + also.words().text()),
                also.citations(),
                also.callbacks()))
        .orElseGet(() -> forPerson(Priority.MEDIUM, usual));
  }

  private MailAnswer.Replied replied(
      Made done,
      Spoken words,
      List<String> citations,
      List<parley.dialogue.conversation.ConversationAction.PromiseCallback> callbacks) {
    return new MailAnswer.Replied(words, citations, callbacks, usual, done.name());
  }

  private static MailAnswer forPerson(Priority priority, String language) {
    return new MailAnswer.ForPerson(WANTED, priority, language, WANTED);
  }
}
