package parley.mail.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;

/// The fuzz target. In the build it plays the inputs in the test resources again; with
/// `JAZZER_FUZZ=1` in the environment, Jazzer makes up new ones, and puts what it finds beside
/// them.
class MailFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void noMailThrowsOrExceedsItsLimits(byte[] raw) {
    MailFuzz.run(raw, Path.of("target", "fuzz"));
  }
}
