package parley.dialogue.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
  private static final String WORDS = "my card is 4111 1111 1111 1111, Grüße 商店";

  @TempDir private Path folder;

  private Sealing sealing(String name) {
    SecureRandom random = new SecureRandom();
    return new AesSealing(KeyFile.readOrMake(folder.resolve(name), random), random);
  }

  @Test
  void whatIsSealedIsReadAgainWithTheKeyOfTheFile() {
    String sealed = sealing("key").seal(WORDS, "call 1, turn 2");
    assertEquals(WORDS, sealing("key").open(sealed, "call 1, turn 2"));
    assertFalse(sealed.contains("4111"));
    assertNotEquals(sealed, sealing("key").seal(WORDS, "call 1, turn 2"));
  }

  @Test
  void nobodyElseReadsMovesOrChangesIt() {
    Sealing sealing = sealing("key");
    String sealed = sealing.seal(WORDS, "call 1, turn 2");
    char last = sealed.charAt(10) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, 10) + last + sealed.substring(11);
    for (String wrong : List.of(changed, "v1:", "v1:AAAA", "v1:?", "", WORDS)) {
      SealBrokenException broken =
          assertThrows(SealBrokenException.class, () -> sealing.open(wrong, "call 1, turn 2"));
      assertFalse(String.valueOf(broken.getMessage()).contains("4111"));
    }
    assertThrows(SealBrokenException.class, () -> sealing.open(sealed, "call 1, turn 3"));
    assertThrows(SealBrokenException.class, () -> sealing("other").open(sealed, "call 1, turn 2"));
  }

  @Test
  void theKeysFileIsItsOwnersOnly() throws IOException {
    Path file = folder.resolve("key");
    KeyFile.readOrMake(file, new SecureRandom());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aBadKeyIsOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "c2hvcnQ=\n");
    SealBrokenException wrong = assertThrows(SealBrokenException.class, () -> KeyFile.read(file));
    assertTrue(
        String.valueOf(wrong.getMessage())
            .endsWith("holds a key of 5 bytes; expected 32 in Base64"));
    assertThrows(SealBrokenException.class, () -> KeyFile.read(folder.resolve("none")));
  }
}
