package parley.server.eval.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.server.eval.BadTestSetException;

class TestSetTest {
  @TempDir Path folder;

  private Path list(String text) throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    return Files.writeString(folder.resolve("set.tsv"), text);
  }

  @Test
  void aHeaderAndMoreColumnsAreLeftAlone() throws IOException {
    TestSet set = TestSet.read(list("file\ttranscript\tspeaker\na.wav\tIt's one, two.\tx\n\n"));
    assertEquals(1, set.utterances().size());
    assertEquals(List.of("it's", "one", "two"), set.utterances().getFirst().words());
    assertEquals("x", set.utterances().getFirst().speaker());
  }

  @Test
  void aSpeakerNeedNotBeNamed() throws IOException {
    TestSet set = TestSet.read(list("a.wav\tone\na.wav\ttwo\t bob \tmore\n"));
    assertEquals(
        List.of("", "bob"), set.utterances().stream().map(TestSet.Utterance::speaker).toList());
  }

  @Test
  void aMissingFileIsNamedWithItsLine() throws IOException {
    Path list = list("a.wav\tone\nb.wav\ttwo\n");
    String message =
        String.valueOf(
            assertThrows(BadTestSetException.class, () -> TestSet.read(list)).getMessage());
    assertTrue(message.contains("line 2") && message.contains("b.wav"), message);
  }

  @Test
  void aListWithoutTabsOrRecordingsIsRefused() throws IOException {
    Path list = list("a.wav one\n");
    assertThrows(BadTestSetException.class, () -> TestSet.read(list));
    Path none = folder.resolve("none.tsv");
    assertThrows(BadTestSetException.class, () -> TestSet.read(none));
    assertThrows(BadTestSetException.class, () -> TestSet.read(folder.resolve("a.wav")));
  }
}
