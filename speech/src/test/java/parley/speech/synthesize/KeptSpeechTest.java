package parley.speech.synthesize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.speech.audio.Pcm;

/// Fixed sentences are spoken once, not once a start.
class KeptSpeechTest {
  @TempDir private Path folder;

  private final AtomicInteger spoken = new AtomicInteger();

  private CachingSynthesizer start(String voice) {
    return new CachingSynthesizer(new Counting(), 1_000_000, new KeptSpeech(folder, voice, 8_000));
  }

  @Test
  void theSecondStartSpeaksNothingAgain() {
    start("one").prepare("en", List.of("hello", "goodbye")).join();
    CachingSynthesizer second = start("one");
    second.prepare("en", List.of("hello", "goodbye")).join();
    assertEquals(2, spoken.get());
    assertArrayEquals(new short[] {5, 5, 5}, second.speak("en", "hello").join().samples());
  }

  @Test
  void whatIsKeptWaitsForNothingAndWhatIsNotForItsTurn() {
    start("one").prepare("en", List.of("hello")).join();
    CompletableFuture<Void> turn = new CompletableFuture<>();
    CompletableFuture<Void> all =
        start("one").prepare("en", List.of("hello", "goodbye"), () -> turn);
    assertFalse(all.isDone());
    assertEquals(1, spoken.get());
    turn.complete(null);
    all.join();
    assertEquals(2, spoken.get());
  }

  @Test
  void anotherVoiceSpeaksForItself() {
    start("one").prepare("en", List.of("hello")).join();
    start("two").prepare("en", List.of("hello")).join();
    assertEquals(2, spoken.get());
  }

  @Test
  void aBrokenFileIsSpokenAgain() throws IOException {
    start("one").prepare("en", List.of("hello")).join();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.writeString(file, "not a sound");
      }
    }
    start("one").prepare("en", List.of("hello")).join();
    assertEquals(2, spoken.get());
  }

  @Test
  void aFolderThatCannotBeWrittenCostsOnlyTime() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    CachingSynthesizer voice =
        new CachingSynthesizer(
            new Counting(), 1_000_000, new KeptSpeech(file.resolve("below"), "one", 8_000));
    voice.prepare("en", List.of("hello")).join();
    assertTrue(voice.speak("en", "hello").join().samples().length > 0);
  }

  private final class Counting implements Synthesizer {
    @Override
    public boolean speaks(String language) {
      return true;
    }

    @Override
    public CompletableFuture<Pcm> speak(String language, String sentence, Pace pace) {
      spoken.incrementAndGet();
      return CompletableFuture.completedFuture(new Pcm(new short[] {5, 5, 5}, 8_000));
    }

    @Override
    public void close() {}
  }
}
