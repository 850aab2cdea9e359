package parley.dialogue.knowledge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second start computes only what is new.
class StoredVectorsTest {

  @TempDir private Path folder;

  private StoredVectors open(WordVectors model, String name) {
    return new StoredVectors(model, name, folder.resolve("state/vectors.bin"));
  }

  private void firstStart() {
    StoredVectors first = open(new WordVectors(), "words");
    first.of("one");
    first.of("two");
    first.save();
  }

  @Test
  void whatWasComputedBeforeIsNotComputedAgain() {
    firstStart();
    WordVectors model = new WordVectors();
    StoredVectors second = open(model, "words");
    assertArrayEquals(new WordVectors().of("one"), second.of("one"));
    assertEquals(0, model.asked.get());
    second.of("three");
    assertEquals(1, model.asked.get());
  }

  @Test
  void whatIsNoLongerAskedForIsForgotten() throws IOException {
    firstStart();
    Path file = folder.resolve("state/vectors.bin");
    long before = Files.size(file);
    StoredVectors second = open(new WordVectors(), "words");
    second.of("one");
    second.save();
    assertTrue(Files.size(file) < before);
    WordVectors model = new WordVectors();
    StoredVectors third = open(model, "words");
    third.of("one");
    assertEquals(0, model.asked.get());
    third.of("two");
    assertEquals(1, model.asked.get());
  }

  @Test
  void anotherModelStartsAnew() {
    firstStart();
    WordVectors model = new WordVectors();
    open(model, "better words").of("one");
    assertEquals(1, model.asked.get());
  }

  @Test
  void aDamagedFileIsAsGoodAsNone() throws IOException {
    firstStart();
    Path file = folder.resolve("state/vectors.bin");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    WordVectors model = new WordVectors();
    StoredVectors second = open(model, "words");
    assertArrayEquals(new WordVectors().of("two"), second.of("two"));
    assertEquals(1, model.asked.get());
  }

  @Test
  void theLastQuestionsAreRemembered() {
    WordVectors model = new WordVectors();
    RememberedVectors remembered = new RememberedVectors(model);
    for (int i = 0; i < 2_000; i++) {
      remembered.of("where is my order");
      remembered.of("words " + i);
    }
    assertEquals(2_001, model.asked.get());
  }
}
