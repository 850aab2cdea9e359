package parley.mail.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/// The fuzz target. In the long tests it plays the corpus; with `JAZZER_FUZZ=1` in the environment,
/// Jazzer makes mails of its own from there, led by the lines that they reach.
@Tag("calls")
class MailFuzzTest {

  @TempDir private static Path folder;

  @MethodSource("mails")
  @FuzzTest(maxDuration = "5m")
  void anyBytesAreReadDecidedOnAndAnswered(byte[] raw) throws IOException {
    Path files = Files.createTempDirectory(folder, "mail-");
    var _ = MailFuzz.run(raw, files);
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        boolean _ = Files.deleteIfExists(file);
      }
    }
  }

  static Stream<byte[]> mails() {
    return Stream.of("mails", "broken-mails").flatMap(name -> MailFuzz.corpus(name).stream());
  }
}
