package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.sentiment.Feeling;
import parley.dialogue.sentiment.Sentiment;
import parley.dialogue.sentiment.SentimentCourse;

/// What a conversation remembers of how its caller feels.
class MoodOfTheCallTest {
  private static final Confidence SURE = new Confidence(1);

  private final List<String> scored = new ArrayList<>();

  /// Whoever says "blue" is unhappy here, which no word list knows.
  private final Conversation conversation =
      DialogueParts.load(
              Shipped.HOME,
              "en",
              ConversationSettings.usual("Example Rides", true, "support"),
              DialogueModels.NONE.with(_ ->
                  (message, flags) -> {
                    scored.add(message);
                    double score = message.contains("blue") ? -0.8 : 0;
                    return new Feeling(
                        new Sentiment(score), message.contains("red"), flags.distress());
                  }))
          .language("en")
          .conversation();

  private ConversationState state =
      conversation
          .step(
              ConversationState.NEW,
              new ConversationEvent.Started(PhoneNumber.UNKNOWN, "en", "", "", Scenario.MONDAY))
          .state();

  private void said(String words, Confidence confidence) {
    state =
        conversation
            .step(state, new ConversationEvent.CallerSaid(new Spoken(words), confidence))
            .state();
  }

  @Test
  void everyTurnThatWasHeardWellCounts() {
    said("where is my order", SURE);
    said("the blue one", SURE);
    said("blue blue", new Confidence(0.05));
    said("", SURE);
    SentimentCourse course = state.tally().mood();
    assertEquals(List.of("where is my order", "the blue one"), scored);
    assertEquals(new SentimentCourse(2, -0.4, -0.4, -0.8, 1), course);
  }

  @Test
  void angerThatTheScorerHearsIsCounted() {
    said("a red one", SURE);
    said("this is ridiculous", SURE);
    assertEquals(1, state.tally().angry(), "the scorer's word stands");
  }
}
