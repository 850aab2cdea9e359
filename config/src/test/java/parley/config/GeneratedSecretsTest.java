package parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSecretsTest {

  @TempDir Path state;

  @Test
  void aPasswordIsMadeUpOnceAndKept() {
    Secret first = new GeneratedSecrets(state).orMadeUp(null, "ari");

    assertEquals(20, first.reveal().length());
    assertEquals(first, new GeneratedSecrets(state).orMadeUp(null, "ari"));
    assertNotEquals(first, new GeneratedSecrets(state).orMadeUp(null, "ami"));
  }

  @Test
  void onlyParleysUserCanReadIt() throws IOException {
    new GeneratedSecrets(state).orMadeUp(null, "ari");

    Path folder = state.resolve("secrets");
    assertEquals("rwx------", permissions(folder));
    assertEquals("rw-------", permissions(folder.resolve("ari.txt")));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aPasswordThatIsSetIsTaken() {
    Secret set = new Secret("set");

    assertEquals(set, new GeneratedSecrets(state).orMadeUp(set, "ari"));
    assertTrue(Files.notExists(state.resolve("secrets")));
  }

  @Test
  void anEmptyFileIsSaidAndNotTaken() throws IOException {
    Files.createDirectories(state.resolve("secrets"));
    Files.writeString(state.resolve("secrets/ari.txt"), "\n");

    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class, () -> new GeneratedSecrets(state).orMadeUp(null, "ari"));

    assertTrue(String.valueOf(failure.getMessage()).contains("ari.txt"));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
