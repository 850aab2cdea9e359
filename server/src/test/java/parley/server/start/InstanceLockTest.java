package parley.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {

  @TempDir Path state;

  @Test
  void aSecondParleyIsToldOfTheFirst() {
    try (InstanceLock first = InstanceLock.take(state)) {
      StartFailedException failure =
          assertThrows(StartFailedException.class, () -> InstanceLock.take(state));

      long pid = ProcessHandle.current().pid();
      assertEquals(
          "Parley is already running (pid %d) on %s; stop it with Ctrl-C in its terminal or with: kill %d"
              .formatted(pid, state, pid),
          failure.getMessage());
      assertTrue(InstanceLock.isHeld(state), first::toString);
    }
    assertFalse(InstanceLock.isHeld(state));
  }

  @Test
  void aFileLeftByAKilledParleyIsNoHindrance() throws IOException {
    Files.writeString(state.resolve("parley.pid"), "4711");

    InstanceLock.take(state).close();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.createFile(state.resolve("file"));

    StartFailedException failure =
        assertThrows(StartFailedException.class, () -> InstanceLock.take(file.resolve("state")));

    assertTrue(String.valueOf(failure.getMessage()).startsWith("The state folder"));
  }
}
