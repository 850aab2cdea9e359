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
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.llm.Answerer;
import parley.dialogue.quality.QualityCheck;

/// With the knowledge and rules as they are shipped, and no models.
class DialogueAnswersTest {

  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
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
          Clock.fixed(Instant.parse("2026-11-28T09:00:00Z"), ZoneOffset.UTC));

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
        ANSWERS.answer(List.of("What are your opening hours?"), "Thank you very much!"));
  }

  private static MailAnswer answer(String words) {
    return ANSWERS.answer(List.of(), words);
  }
}
