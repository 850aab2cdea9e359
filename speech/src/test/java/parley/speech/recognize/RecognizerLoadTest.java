package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.speech.TestFolders;
import parley.speech.audio.Frames;
import parley.speech.synthesize.SpokenWords;

/// Many streams on few threads, and many calls one after the other.
class RecognizerLoadTest {
  private static final int STREAMS = 20;
  private static final int CALLS = 200;

  /**
   * Generous: the native allocator keeps arenas; a leak of recognizers would be 100 MB and more.
   */
  private static final long MOST_GROWTH_KB = 60_000;

  private static final List<String> SENTENCES =
      List.of("one two three", "three two one", "two two three", "one three one two");

  private VoskRecognizers recognizers;

  @BeforeEach
  void load() {
    Settings.Speech settings =
        new Settings.Speech("auto", 2, 1, Duration.ofSeconds(30), Duration.ofMinutes(5), true);
    recognizers = new VoskRecognizers(Map.of("en", TestFolders.model()), settings);
  }

  @AfterEach
  void close() {
    recognizers.close();
  }

  @Test
  void manyStreamsHearWhatOneHears() throws InterruptedException {
    List<Set<String>> alone = new ArrayList<>();
    for (String sentence : SENTENCES) {
      Set<String> texts = new HashSet<>();
      for (int i = 0; i < 8; i++) {
        // Not always the same text: the feature extraction adds a little noise ("dither").
        texts.add(heardBy(List.of(Frames.of(SpokenWords.at8k(sentence)))).getFirst());
      }
      alone.add(texts);
    }
    List<List<short[]>> callers = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      callers.add(Frames.of(SpokenWords.at8k(SENTENCES.get(i % SENTENCES.size()))));
    }
    List<String> together = heardBy(callers);
    for (int i = 0; i < STREAMS; i++) {
      Set<String> expected = alone.get(i % SENTENCES.size());
      assertTrue(expected.contains(together.get(i)), together.get(i) + " is none of " + expected);
    }
    assertEquals(0, recognizers.framesDropped());
  }

  @Test
  void streamsClosedAtAnyMomentLeaveNothingBehind() throws InterruptedException, IOException {
    List<short[]> frames = Frames.of(SpokenWords.at8k("one two three"));
    warmUp(frames);
    long before = residentKb();
    for (int call = 0; call < CALLS; call++) {
      RecognizerStream stream = open(new HeardWords());
      frames.subList(0, call % frames.size()).forEach(stream::accept);
      if (call % 3 == 0) {
        stream.finish(RecognizersContract.COUNTING);
      }
      stream.close();
    }
    assertEquals(0, recognizers.openStreams());
    warmUp(frames);
    long grown = residentKb() - before;
    assertTrue(grown < MOST_GROWTH_KB, "resident memory grew by " + grown + " kB");
    recognizers.close();
    assertEquals(0, recognizers.recognizersInMemory());
  }

  private void warmUp(List<short[]> frames) throws InterruptedException {
    heardBy(List.of(frames, frames, frames, frames));
  }

  /** Feeds all callers frame by frame in turn, as fast as it goes. */
  private List<String> heardBy(List<List<short[]>> callers) throws InterruptedException {
    List<HeardWords> heard = new ArrayList<>();
    List<RecognizerStream> streams = new ArrayList<>();
    for (int i = 0; i < callers.size(); i++) {
      heard.add(new HeardWords());
      streams.add(open(heard.get(i)));
    }
    int longest = callers.stream().mapToInt(List::size).max().orElse(0);
    for (int at = 0; at < longest; at++) {
      for (int i = 0; i < callers.size(); i++) {
        if (at < callers.get(i).size()) {
          streams.get(i).accept(callers.get(i).get(at));
        }
      }
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < callers.size(); i++) {
      streams.get(i).finish(RecognizersContract.COUNTING);
      texts.add(heard.get(i).awaitResult().words().text());
      streams.get(i).close();
    }
    return texts;
  }

  private RecognizerStream open(HeardWords heard) {
    return recognizers.open("en", 8000, RecognizersContract.COUNTING, heard);
  }

  private static long residentKb() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
