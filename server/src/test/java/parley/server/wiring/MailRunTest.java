package parley.server.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.db.DatabaseParts;
import parley.db.connection.DatabaseAddress;
import parley.db.embedded.EmbeddedDatabase;
import parley.dialogue.memory.Recollection;

/// A Parley without a telephone: its threads of mail are concluded and remembered as well.
@Tag("long")
class MailRunTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();
  private static final String SHOP = "support@shop.test";
  private static final String CARLA = "carla@customer.test";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  @TempDir Path folder;

  @Test
  void aThreadThatHasBecomeQuietIsConcludedAndRemembered() throws Exception {
    server.start();
    var _ = server.setUser(SHOP, SHOP, "secret");
    var _ = server.setUser(CARLA, CARLA, "secret");
    try (EmbeddedDatabase embedded = EmbeddedDatabase.start(folder.resolve("db"), 0)) {
      Settings settings = settings(embedded.address());
      try (Running _ = new Running(settings, Clock.systemUTC());
          DatabaseParts database =
              DatabaseParts.open(settings.database(), folder.resolve("reader"))) {
        GreenMailUtil.sendTextEmail(
            SHOP,
            CARLA,
            "Hours",
            "What are your opening hours?",
            server.getSmtp().getServerSetup());
        until("an answer", () -> server.getReceivedMessagesForDomain("customer.test").length > 0);
        assertEquals(List.of(), remembered(database, settings, Clock.systemUTC()));
      }
      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
      try (Running _ = new Running(settings, later);
          DatabaseParts database =
              DatabaseParts.open(settings.database(), folder.resolve("reader"))) {
        until("a conclusion", () -> remembered(database, settings, later).size() == 1);
        assertTrue(
            remembered(database, settings, later)
                .getFirst()
                .topic()
                .text()
                .contains("opening hours"));
      }
    } finally {
      server.stop();
    }
  }

  private static List<Recollection> remembered(
      DatabaseParts database, Settings settings, Clock clock) {
    return database.senders(settings.memory(), clock).of(CARLA, UUID.randomUUID()).conversations();
  }

  private Settings settings(DatabaseAddress database) {
    String box = "mail.mailboxes[0].";
    Map<String, String> all = new LinkedHashMap<>();
    all.put("state", folder.resolve("state").toString());
    all.put("database.url", database.url());
    all.put("database.user", database.user());
    all.put("database.password", Objects.requireNonNull(database.password()).reveal());
    all.put(box + "enabled", "true");
    all.put(box + "name", "shop");
    all.put(box + "address", SHOP);
    all.put(box + "user", SHOP);
    all.put(box + "password", "secret");
    all.put(box + "imap-host", "127.0.0.1");
    all.put(box + "imap-port", Integer.toString(server.getImap().getPort()));
    all.put(box + "imap-tls", "none");
    all.put(box + "smtp-host", "127.0.0.1");
    all.put(box + "smtp-port", Integer.toString(server.getSmtp().getPort()));
    all.put(box + "smtp-tls", "none");
    return SettingsLoader.load(
            HOME,
            Map.of(),
            all.entrySet().stream()
                .map(one -> new SettingsLoader.Given(one.getKey(), one.getValue(), "test"))
                .toList())
        .settings();
  }

  /// As `mail run`, until it is closed.
  private static final class Running implements AutoCloseable {
    private final Thread thread;

    Running(Settings settings, Clock clock) {
      this.thread =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  new MailRun(clock)
                      .run(
                          settings,
                          true,
                          Duration.ofSeconds(1),
                          new PrintWriter(new StringWriter()));
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
              });
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        assertTrue(thread.join(PATIENCE), "it does not stop");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "Not in time: " + what);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
