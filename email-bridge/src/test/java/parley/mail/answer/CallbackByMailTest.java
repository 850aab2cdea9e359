package parley.mail.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.callback.OfficeHours;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.llm.Answerer;
import parley.dialogue.memory.Relevance;
import parley.dialogue.memory.SenderMemory;
import parley.dialogue.quality.QualityCheck;

/// Mails that ask for a call, on Monday, 2 March 2026, in plain office hours.
class CallbackByMailTest {

  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final MailAnswers ANSWERS = answers(true);

  private static MailAnswers answers(boolean hours) {
    CallbackPorts callbacks =
        CallbackPorts.of(new OfficeHours(LONDON, Map.of("+44", LONDON), Set.of()));
    return new DialogueAnswers(
        DialogueParts.load(
                HOME,
                "en",
                ConversationSettings.usual("Shop", false, "general"),
                DialogueModels.NONE,
                hours ? callbacks : CallbackPorts.NONE)
            .conversations(),
        QualityCheck.usual(),
        Answerer.NONE,
        Duration.ofSeconds(1),
        "en",
        Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), LONDON),
        SenderMemory.NONE,
        Relevance.BY_WORDS);
  }

  @Test
  void aCallIsPromisedInTheReplyWithDayHourAndNumber() {
    MailAnswer.Replied reply =
        replied(
            "Dear Sir or Madam,\n\nplease call me on +44 1632 960123 tomorrow after four.\n\n"
                + "Kind regards\nCarla Jones");

    assertSaid(reply, "tomorrow, Tuesday, March 3, between 4:00 PM and 5:00 PM", "+441632960123");
    assertEquals(1, reply.callbacks().size());
    assertEquals(
        Instant.parse("2026-03-03T16:00:00Z"),
        reply.callbacks().getFirst().window().orElseThrow().from());
    assertEquals("+441632960123", reply.callbacks().getFirst().number().value());
  }

  @Test
  void timeAndNumberMayStandInTwoSentences() {
    MailAnswer.Replied reply =
        replied("Could you call me back on Thursday at 3pm? My number is +44 1632 960123.");

    assertSaid(reply, "on Thursday, March 5, between 3:00 PM", "+441632960123");
    assertFalse(reply.words().text().contains("On which number"), reply.words().text());
    assertEquals(1, reply.callbacks().size());
  }

  @Test
  void withoutANumberTheReplyAsksForItAndTheNextMailTellsIt() {
    String first = "Please call me back tomorrow after four.";
    MailAnswer.Replied question = replied(first);
    assertSaid(question, "On which number");
    assertEquals(List.of(), question.callbacks());

    MailAnswer.Replied reply =
        assertInstanceOf(
            MailAnswer.Replied.class,
            ANSWERS.answer(asked(List.of(first), "It is +44 1632 960123, thank you.")));
    assertSaid(reply, "Tuesday, March 3, between 4:00 PM and 5:00 PM");
    assertEquals(1, reply.callbacks().size());
  }

  @Test
  void aDayOnWhichNobodyWorksIsAnsweredWithTheNearest() {
    MailAnswer.Replied reply = replied("Please call me on +44 1632 960123 on Sunday.");

    assertSaid(reply, "Nobody works on that day", "Monday, March 9", "reply with yes");
    assertEquals(List.of(), reply.callbacks());
  }

  @Test
  void aPromiseOfAnEarlierMailIsNotMadeAgain() {
    MailAnswer answer =
        ANSWERS.answer(
            asked(
                List.of("Please call me on +44 1632 960123 tomorrow after four."),
                "Thank you very much!"));

    assertInstanceOf(MailAnswer.NothingAsked.class, answer);
  }

  @Test
  void aQuestionBesideItIsAnsweredToo() {
    MailAnswer.Replied reply =
        replied(
            "What are your opening hours? Please call me on +44 1632 960123 tomorrow after four.");

    assertFalse(reply.citations().isEmpty());
    assertEquals(1, reply.callbacks().size());
  }

  @Test
  void whereNoHoursArePromisedAPersonWrites() {
    assertInstanceOf(
        MailAnswer.ForPerson.class,
        answers(false).answer(asked(List.of(), "Please call me back on +44 1632 960123.")));
  }

  private static MailAnswers.Question asked(List<String> earlier, String words) {
    return new MailAnswers.Question("carla@example.com", UUID.randomUUID(), earlier, words);
  }

  private static MailAnswer.Replied replied(String mail) {
    return assertInstanceOf(MailAnswer.Replied.class, ANSWERS.answer(asked(List.of(), mail)));
  }

  private static void assertSaid(MailAnswer.Replied reply, String... parts) {
    for (String part : parts) {
      assertTrue(reply.words().text().contains(part), reply.words().text());
    }
  }
}
