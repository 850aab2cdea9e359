package parley.server.bench.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real mail server, real database, a real process that is killed while it answers.
class KilledMailTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  @Tag("long")
  void eachOfFiveHundredMailsIsAnsweredOnceThoughTheProcessIsKilledTwentyTimes() throws Exception {
    int mails = 500;
    int kills = 20;
    MailBenchReport report =
        new MailBench(HOME, MailPlan.ofKills(mails, kills), _ -> {}).run(folder);

    assertEquals(0, report.lost());
    assertEquals(0, report.doubled());
    assertEquals(mails, report.replied());
    assertEquals(kills, report.plan().kills());
  }
}
