package parley.mail.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.llm.Answerer;
import parley.dialogue.memory.Earlier;
import parley.dialogue.memory.Recollection;
import parley.dialogue.memory.Relevance;
import parley.dialogue.quality.QualityCheck;
import parley.mail.answer.MailAnswers.Question;

/// With the knowledge and rules as they are shipped, and no models.
class DialogueAnswersTest {

  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  private static final String KNOWN = "carla@customer.test";
  private static final String UNKNOWN = "else@customer.test";
  private static final Earlier BEFORE =
      new Earlier(
          List.of(
              new Recollection(
                  Duration.ofDays(3),
                  "EMAIL",
                  Disposition.NOT_ANSWERED,
                  false,
                  new Spoken("my kettle leaks"),
                  new Spoken("The customer said: my kettle leaks."))),
          false,
          false);

  private static final MailAnswers ANSWERS =
      new DialogueAnswers(
          DialogueParts.load(
                  HOME,
                  "en",
                  ConversationSettings.usual("Shop", false, "general")
                      .with(Set.copyOf(Settings.Services.NAMES)))
              .conversations(),
          QualityCheck.usual(),
          Answerer.NONE,
          Duration.ofSeconds(1),
          "en",
          Clock.fixed(Instant.parse("2026-11-28T09:00:00Z"), ZoneOffset.UTC),
          (address, _) -> address.equals(KNOWN) ? BEFORE : Earlier.NONE,
          Relevance.BY_WORDS);

  @Test
  void aQuestionBetweenPoliteLinesIsAnsweredFromTheKnowledge() {
    MailAnswer.Replied reply =
        assertInstanceOf(
            MailAnswer.Replied.class,
            answer(
                "Dear Sir or Madam,\n\nI bought a lamp last week. What are your opening hours?\n\n"
                    + "Kind regards\nCarla Jones"));

    assertFalse(reply.citations().isEmpty());
    assertFalse(reply.words().isEmpty());
    assertEquals("en", reply.language());
  }

  @Test
  void twoQuestionsGetTwoAnswers() {
    MailAnswer.Replied one =
        assertInstanceOf(MailAnswer.Replied.class, answer("What are your opening hours?"));
    MailAnswer.Replied two =
        assertInstanceOf(
            MailAnswer.Replied.class, answer("What are your opening hours? How can I pay?"));

    assertTrue(two.words().text().contains(one.words().text()));
    assertTrue(two.citations().size() > one.citations().size());
  }

  @Test
  void whoeverAsksForAPersonGetsOne() {
    assertInstanceOf(
        MailAnswer.ForPerson.class,
        answer("What are your opening hours? I want to speak to a person about this."));
  }

  @Test
  void whatIsNotUnderstoodGoesToAPerson() {
    MailAnswer.ForPerson person =
        assertInstanceOf(
            MailAnswer.ForPerson.class,
            answer("The port side propeller of my zeppelin hums the anthem of Bhutan."));

    assertEquals("not-understood", person.reason());
  }

  @Test
  void aStoryBeforeTheQuestionIsNoMisunderstanding() {
    assertInstanceOf(
        MailAnswer.Replied.class,
        answer(
            "My zeppelin hums the anthem of Bhutan. Its propeller was painted by an uncle. The"
                + " hangar has a roof of slate. Nobody lives there but owls. What are your opening"
                + " hours?"));
  }

  @Test
  void nothingPersonalIsToldToAnAddress() {
    assertInstanceOf(MailAnswer.ForPerson.class, answer("Please look up my order 4711."));
  }

  @Test
  void thanksAreNoQuestion() {
    assertInstanceOf(
        MailAnswer.NothingAsked.class,
        ANSWERS.answer(
            new Question(
                UNKNOWN,
                UUID.randomUUID(),
                List.of("What are your opening hours?"),
                "Thank you very much!")));
  }

  @Test
  void whoHasToWriteIsToldOfTheSameAddressesConversationsBefore() {
    String words = "The port side propeller of my zeppelin hums the anthem of Bhutan.";
    MailAnswer.ForPerson known = assertInstanceOf(MailAnswer.ForPerson.class, answer(KNOWN, words));
    assertEquals(
        "3 days ago (email, not resolved): The customer said: my kettle leaks.",
        known.before().text());
    MailAnswer.ForPerson unknown =
        assertInstanceOf(MailAnswer.ForPerson.class, answer(UNKNOWN, words));
    assertTrue(unknown.before().isEmpty());
  }

  private static MailAnswer answer(String words) {
    return answer(UNKNOWN, words);
  }

  private static MailAnswer answer(String sender, String words) {
    return ANSWERS.answer(new Question(sender, UUID.randomUUID(), List.of(), words));
  }
}
