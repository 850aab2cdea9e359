package parley.mail.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.mail.attachment.AttachmentScanner.Verdict;

/// The site's scanner, played by small shell commands.
class CommandScannerTest {

  @TempDir private Path folder;

  private Verdict scan(String script, Duration longest) throws IOException {
    Path file = Files.writeString(folder.resolve("1"), "EICAR");
    return new CommandScanner(List.of("/bin/sh", "-c", script, "scan"), longest).scan(file);
  }

  @Test
  void itsExitCodeIsTheVerdict() throws IOException {
    Duration enough = Duration.ofSeconds(30);
    assertEquals(Verdict.INFECTED, scan("! grep -q EICAR \"$1\"", enough));
    assertEquals(Verdict.CLEAN, scan("grep -q EICAR \"$1\"", enough));
    assertEquals(Verdict.FAILED, scan("exit 2", enough));
  }

  @Test
  void aScannerThatTakesTooLongHasFailed() throws IOException {
    assertEquals(Verdict.FAILED, scan("exec sleep 60", Duration.ofMillis(100)));
  }

  @Test
  void aScannerThatIsNotThereHasFailed() {
    AttachmentScanner scanner =
        new CommandScanner(List.of("/no/such/scanner"), Duration.ofSeconds(1));
    assertEquals(Verdict.FAILED, scanner.scan(folder));
  }
}
