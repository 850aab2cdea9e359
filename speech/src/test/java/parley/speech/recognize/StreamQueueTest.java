package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.speech.recognize.StreamQueue.Batch;
import parley.speech.recognize.StreamQueue.End;

class StreamQueueTest {
  private final StreamQueue queue = new StreamQueue(3 * 160, 2 * 160);

  @Test
  void allThatWaitsIsTakenInOneGoUpToTheEndOfTheUtterance() {
    queue.add(new short[160]);
    queue.add(new short[160]);
    queue.end(new End(1, Vocabulary.OPEN, true));
    queue.add(new short[160]);
    Batch first = queue.take();
    assertEquals(2, first.frames().size());
    assertEquals(1, first.utterance());
    assertTrue(first.end().isPresent());
    Batch second = queue.take();
    assertEquals(1, second.frames().size());
    assertEquals(2, second.utterance());
    assertTrue(second.end().isEmpty());
    assertFalse(queue.isDue());
  }

  @Test
  void aGoIsDueWithEnoughAudioOrAnEnd() {
    queue.add(new short[160]);
    assertFalse(queue.isDue());
    queue.add(new short[160]);
    assertTrue(queue.isDue());
    queue.clear();
    assertFalse(queue.isDue());
    queue.end(new End(1, Vocabulary.OPEN, false));
    assertTrue(queue.isDue());
  }

  @Test
  void theOldestAudioIsDroppedButNeverAnEnd() {
    queue.add(new short[160]);
    queue.end(new End(1, Vocabulary.OPEN, true));
    int dropped = 0;
    for (int i = 0; i < 5; i++) {
      dropped += queue.add(new short[160]);
    }
    assertEquals(3, dropped);
    Batch first = queue.take();
    assertEquals(160, first.lost());
    assertTrue(first.frames().isEmpty());
    assertTrue(first.end().isPresent());
    Batch second = queue.take();
    assertEquals(320, second.lost());
    assertEquals(3, second.frames().size());
  }

  @Test
  void wordTimesCountDroppedAudioAndEarlierUtterances() {
    AudioTimeline timeline = new AudioTimeline(8000);
    timeline.begin(16_000);
    assertEquals(Duration.ofSeconds(1), timeline.place(Duration.ofSeconds(3)));
    timeline.lost(20_000, 4000);
    assertEquals(Duration.ofMillis(250), timeline.place(Duration.ofMillis(2250)));
    assertEquals(Duration.ofMillis(1500), timeline.place(Duration.ofSeconds(3)));
    assertEquals(Duration.ofMillis(1500), timeline.now(24_000));
    timeline.begin(24_000);
    assertEquals(Duration.ZERO, timeline.place(Duration.ofMillis(2900)));
  }

  @Test
  void unknownSoundsAndNoiseInResultsAreLeftOut() {
    String json =
        "{\"result\":[{\"conf\":1.0001,\"end\":0.5,\"start\":0.1,\"word\":\"yes\"},"
            + "{\"conf\":0.3,\"end\":0.9,\"start\":0.6,\"word\":\"[unk]\"}],\"text\":\"yes [unk]\"}";
    List<Transcript.Word> words = VoskJson.words(json);
    assertEquals(1, words.size());
    assertEquals(1, words.getFirst().confidence());
    assertEquals(Duration.ofMillis(100), words.getFirst().start());
    assertEquals(List.of("yes", "no"), VoskJson.partial("{\"partial\":\"yes [unk] no\"}"));
    assertTrue(VoskJson.words("{\"text\":\"\"}").isEmpty());
  }
}
