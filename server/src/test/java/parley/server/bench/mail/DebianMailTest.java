package parley.server.bench.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mail servers that most sites run, a real database, and a real process that is killed while
/// it answers. Skipped where they are not installed, or whoever tests is not root.
@Tag("calls")
class DebianMailTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();
  private static final int MAILS = Integer.getInteger("parley.test.mails", 60);
  private static final int KILLS = Integer.getInteger("parley.test.kills", 3);

  @TempDir Path folder;

  @Test
  void eachMailIsAnsweredOnceWithDovecotAndPostfix() throws Exception {
    DebianMail.missing().ifPresent(why -> assumeTrue(false, why));

    MailBenchReport report =
        new MailBench(HOME, MailPlan.ofKills(MAILS, KILLS), _ -> {})
            .run(folder, _ -> new DebianMail());

    assertEquals(0, report.lost());
    assertEquals(0, report.doubled());
    assertEquals(MAILS, report.replied());
  }
}
