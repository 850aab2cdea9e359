package parley.server.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final ServerStatus STATUS = new ServerStatus(42, NOW, "0.1.0", 8_123, 61, 2, 4, 2);

  @TempDir private Path state;

  private StatusFile at(Instant now) {
    return new StatusFile(state, InstantSource.fixed(now));
  }

  @Test
  void whatTheServerWroteIsRead() {
    at(NOW).write(STATUS);
    assertEquals(Optional.of(STATUS), at(NOW.plusSeconds(2)).read());
  }

  @Test
  void statusOfADeadServerIsNone() {
    at(NOW).write(STATUS);
    assertEquals(Optional.empty(), at(NOW.plusSeconds(6)).read());
  }

  @Test
  void noServerHasNoStatus() {
    assertEquals(Optional.empty(), at(NOW).read());
    at(NOW).write(STATUS);
    at(NOW).delete();
    assertEquals(Optional.empty(), at(NOW).read());
  }

  @Test
  void garbageIsNoStatus() throws IOException {
    Files.createDirectories(state.resolve("run"));
    for (String garbage : new String[] {"", "{", "[1]", "{\"at\":\"yesterday\"}"}) {
      Files.writeString(state.resolve("run/status.json"), garbage);
      assertEquals(Optional.empty(), at(NOW).read(), garbage);
    }
  }
}
