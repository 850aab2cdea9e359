package parley.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.conversation.Conversations;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.memory.Earlier;
import parley.dialogue.quality.Channel;
import parley.dialogue.sentiment.LearnedSentiment;

/// What a sentence costs the model of sentences, which is the dearest part of understanding it:
/// intents, moods, entries and documents share one vector.
class EachTextOnceTest {

  private static final String SENTENCE = "My zeppelin hums the anthem of Bhutan!";

  /// Points somewhere for each text, and counts.
  private static final class Counting implements SentenceVectors {
    private final List<String> asked = new ArrayList<>();

    @Override
    public synchronized float[] of(String text) {
      asked.add(text);
      float[] vector = new float[16];
      vector[Math.floorMod(text.hashCode(), 16)] = 1;
      return vector;
    }
  }

  @Test
  void aSentenceThatWasNeverHeardCostsTheModelOnce(@TempDir Path state) {
    Counting model = new Counting();
    DialogueModels plain = DialogueModels.of(model, "counting", state);
    Conversations conversations =
        DialogueParts.load(
                Shipped.HOME,
                "en",
                ConversationSettings.usual("Example Rides", true, "support"),
                plain.with(
                    language -> LearnedSentiment.learn(language, plain.said().orElseThrow())))
            .conversations();
    ConversationState begun =
        conversations
            .step(
                ConversationState.NEW,
                new ConversationEvent.Started(
                    PhoneNumber.UNKNOWN,
                    "en",
                    "",
                    "",
                    ZonedDateTime.of(2026, 6, 1, 9, 0, 0, 0, ZoneOffset.UTC),
                    Channel.EMAIL,
                    Set.of(),
                    Earlier.NONE))
            .state();
    model.asked.clear();

    ConversationEvent said =
        new ConversationEvent.CallerSaid(new Spoken(SENTENCE), new Confidence(1));
    ConversationState after = conversations.step(begun, said).state();
    assertEquals(List.of("my zeppelin hums the anthem of bhutan"), model.asked);

    var _ = conversations.step(after, said);
    assertEquals(1, model.asked.size());
  }
}
