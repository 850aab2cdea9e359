package parley.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import parley.config.MailboxSettings;
import parley.config.MailboxSettings.Server;
import parley.config.MailboxSettings.Tls;
import parley.config.Secret;
import parley.mail.notice.ScriptedSmtpServer;
import parley.mail.server.MailServers;

/// What a line does while there is nothing to send.
class QuietLineTest {

  private volatile Instant now = Instant.parse("2026-11-28T09:00:00Z");
  private final HeldOutbox outbox = new HeldOutbox();

  @Test
  void itIsOpenedForAMailAndClosedAfterAQuietMinute() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(null);
        OutboxSender sender = sender(server)) {
      looked(sender);
      assertEquals(List.of(), server.heard, "nothing to send, nobody to talk to");

      outbox.add(mail(), Instant.EPOCH);
      sender.wake();
      await(() -> server.heard.contains("DATA"));
      pass(Duration.ofSeconds(50));
      looked(sender);
      assertFalse(server.heard.contains("QUIT"));

      pass(Duration.ofSeconds(20));
      looked(sender);
      await(() -> server.heard.contains("QUIT"));
    }
  }

  @Test
  void doubtsAreLookedForEverMoreSeldomWhileThereAreNone() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(null);
        OutboxSender sender = sender(server)) {
      for (int seconds = 0; seconds < 300; seconds += 5) {
        looked(sender);
        pass(Duration.ofSeconds(5));
      }
      assertTrue(outbox.settlings() >= 4 && outbox.settlings() <= 8, "" + outbox.settlings());
    }
  }

  /// Has it look twice, so that one whole look lies after this.
  private void looked(OutboxSender sender) throws InterruptedException {
    for (int time = 0; time < 2; time++) {
      int before = outbox.looks();
      sender.wake();
      await(() -> outbox.looks() > before);
    }
  }

  private static void await(BooleanSupplier holds) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "It did not come about");
      LockSupport.parkNanos(2_000_000);
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private OutboxSender sender(ScriptedSmtpServer server) {
    Server smtp = new Server("localhost", server.port(), Tls.NONE);
    MailboxSettings settings =
        new MailboxSettings(
            "shop",
            "support@shop.test",
            null,
            smtp,
            smtp,
            "support",
            new Secret("pass"),
            null,
            "INBOX",
            MailboxSettings.Mark.SEEN,
            "Parley",
            MailboxSettings.Old.UNREAD,
            false);
    Clock clock = new PassedClock();
    return OutboxSender.start(
        new MailServers(settings, clock), outbox, "test", Duration.ofSeconds(30), () -> {}, clock);
  }

  private static Outgoing mail() {
    byte[] raw = "From: support@shop.test\r\n\r\nHello.\r\n".getBytes(StandardCharsets.US_ASCII);
    return new Outgoing(
        UUID.randomUUID(),
        "shop",
        Optional.empty(),
        Optional.empty(),
        Outgoing.Kind.REPLY,
        "<1@shop.test>",
        "support@shop.test",
        List.of("ann@customers.test"),
        new Outgoing.Bytes(raw));
  }

  private final class PassedClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
