package parley.mail.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.mail.answer.MailAnswer.ForPerson;
import parley.mail.answer.MailAnswer.Replied;
import parley.mail.answer.MailAnswers.Question;
import parley.mail.calendar.AppointmentChanges;
import parley.mail.calendar.AppointmentChanges.Made;
import parley.mail.calendar.AppointmentChanges.Wanted;

/// When an appointment is changed because of a mail, and what else becomes of that mail.
class AppointmentMailsTest {

  private static final String WISH = "Please cancel my appointment.";

  private final List<String> made = new ArrayList<>();
  private final AppointmentMails mails =
      new AppointmentMails((question, _) -> usual(question.words()), this::wanted, "en");

  private Optional<Wanted> wanted(
      String from, List<String> sentences, List<String> before, String language) {
    List<String> rest = sentences.stream().filter(one -> !one.equals(WISH)).toList();
    return sentences.contains(WISH)
        ? Optional.of(
            new Wanted(
                rest,
                () -> {
                  made.add(from);
                  return Optional.of(new Made("appointment-cancelled", new Spoken("Done.")));
                }))
        : Optional.empty();
  }

  /// As the conversation answers.
  private static MailAnswer usual(String words) {
    if (words.contains("idiots")) {
      return new ForPerson("angry", Priority.HIGH, "en", "flow-cancel-appointment");
    }
    if (words.contains("appointment")) {
      return new ForPerson(
          MailAnswer.IDENTITY_NEEDED, Priority.MEDIUM, "en", "flow-cancel-appointment");
    }
    return words.contains("open")
        ? new Replied(new Spoken("At ten."), List.of("hours"), List.of(), "en", "hours")
        : new ForPerson(MailAnswer.NOT_UNDERSTOOD, Priority.MEDIUM, "en", "");
  }

  private MailAnswer answer(String words, boolean genuine) {
    return mails.answer(
        new Question("carla@example.com", UUID.randomUUID(), List.of(), words, genuine));
  }

  private void isMade(String words, String reply) {
    Replied replied = assertInstanceOf(Replied.class, answer(words, true));
    assertEquals(reply, replied.words().text());
    assertEquals("appointment-cancelled", replied.understoodAs());
    assertEquals(List.of("carla@example.com"), made);
  }

  private void goesToAPerson(String reason, MailAnswer answer) {
    assertEquals(reason, assertInstanceOf(ForPerson.class, answer).reason());
    assertEquals(List.of(), made);
  }

  @Test
  void aCustomerWhomTheMailServerVouchesForIsDoneTheirWish() {
    isMade(WISH, "Done.");
  }

  @Test
  void anybodyElseIsAnsweredAsBefore() {
    goesToAPerson(MailAnswer.IDENTITY_NEEDED, answer(WISH, false));
  }

  @Test
  void whyItIsWantedNeedsNoAnswer() {
    isMade("My daughter is ill, I am so sorry.\n\n" + WISH, "Done.");
  }

  @Test
  void aQuestionBesideIsAnsweredInTheSameReply() {
    isMade(WISH + " And when do you open?", "Done.\n\nAt ten.");
  }

  @Test
  void aQuestionBesideThatNobodyAnswersTakesAllOfItToAPerson() {
    goesToAPerson("appointment-change", answer(WISH + " Does my zeppelin hum?", true));
  }

  @Test
  void aRuleComesFirst() {
    MailAnswer answer =
        new AppointmentMails((_, _) -> usual("idiots"), this::wanted, "en")
            .answer(new Question("carla@example.com", UUID.randomUUID(), List.of(), WISH, true));
    goesToAPerson("angry", answer);
  }

  @Test
  void whatCannotBeMadeAfterAllIsForAPerson() {
    AppointmentChanges gone = (_, _, _, _) -> Optional.of(new Wanted(List.of(), Optional::empty));
    MailAnswer answer =
        new AppointmentMails((question, _) -> usual(question.words()), gone, "en")
            .answer(new Question("carla@example.com", UUID.randomUUID(), List.of(), WISH, true));
    goesToAPerson("appointment-change", answer);
  }
}
