package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.config.Settings;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.intents.OnnxSentenceVectors;
import parley.dialogue.intents.TestVectors;

/// The shipped intents, said in words that stand in no file.
class IntentsInConversationTest {
  private static final DialogueModels MODELS =
      DialogueModels.of(TestVectors.SHARED, OnnxSentenceVectors.NAME, Path.of("target"));
  private static final DialogueParts PARTS =
      DialogueParts.load(
          Shipped.HOME,
          "en",
          ConversationSettings.usual("Example Rides", true, "support")
              .with(Set.copyOf(Settings.Services.NAMES)),
          MODELS);

  private static ConversationAction.Note said(DialogueParts parts, String words) {
    Conversation conversation = parts.language("en").conversation();
    ConversationState greeted =
        conversation
            .step(
                ConversationState.NEW,
                new ConversationEvent.Started(PhoneNumber.UNKNOWN, "en", "", "", Scenario.MONDAY))
            .state();
    return conversation
        .step(greeted, new ConversationEvent.CallerSaid(new Spoken(words), new Confidence(0.9)))
        .actions()
        .stream()
        .filter(ConversationAction.Note.class::isInstance)
        .map(ConversationAction.Note.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "could you find out how far along my order is i have the number here,flow-order-status",
    "i transferred the invoice amount can you see if it reached you,flow-payment-status",
    "i have to postpone my appointment,flow-change-appointment",
    "i would much rather talk with one of your people,person",
    "could one of you phone me later today,callback",
  })
  void aFlowOrCommandInOtherWordsIsStarted(String words, String understood) {
    assertEquals(understood, said(PARTS, words).understoodAs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"how late is it", "excuse me do you know how late it is"})
  void theTimeOfDayIsNoQuestionAboutOpeningHours(String words) {
    assertFalse(said(PARTS, words).understoodAs().contains("opening-hours"));
  }

  @ParameterizedTest
  @CsvSource({
    "there is a payment that i never made,fraud",
    "my solicitor will be in touch with you,legal-threat",
  })
  void rulesFireByIntent(String words, String rule) {
    assertEquals(rule, said(PARTS, words).rule());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"what is the tallest mountain", "my cat is asleep on the sofa", "sing something"})
  void whatIsNoneOfThemStartsNothing(String words) {
    String understood = said(PARTS, words).understoodAs();
    assertFalse(understood.startsWith("flow-"), words + ": " + understood);
    assertFalse(Set.of("person", "callback").contains(understood), words + ": " + understood);
  }

  @Test
  void aFlowThatCannotRunIsNotStartedNorIsSomethingElseAnswered() {
    DialogueParts without =
        DialogueParts.load(
            Shipped.HOME,
            "en",
            ConversationSettings.usual("Example Rides", true, "support"),
            MODELS);
    String order = "could you find out how far along my order is i have the number here";
    assertEquals("order-status", said(without, order).understoodAs());
    ConversationAction.Note payment =
        said(without, "can you check whether my payment went through");
    assertEquals("", payment.rule(), payment.understoodAs());
    assertFalse(without.knowledge().find(payment.understoodAs()).isPresent(), payment.toString());
  }
}
