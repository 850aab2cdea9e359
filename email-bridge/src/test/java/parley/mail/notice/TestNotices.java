package parley.mail.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.config.Secret;
import parley.config.Settings;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;

/// Notices and settings for tests.
final class TestNotices {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final Settings.Site SITE = new Settings.Site("Blue Lake", "en", ZONE, "GB");

  private TestNotices() {}

  static Notice notice() {
    return notice("no agent free", "my card 4111 1111 1111 1234 is blocked");
  }

  static Notice notice(String reason, String summary) {
    return new Notice(
        UUID.randomUUID(),
        Notice.Kind.CALLBACK_PROMISED,
        CallId.random(),
        Instant.parse("2026-03-02T09:00:00Z"),
        new PhoneNumber("+4989555019"),
        reason,
        new Spoken(summary));
  }

  static NoticeComposer composer() {
    return new NoticeComposer("parley@example.com", "desk@example.com", SITE.name(), ZONE);
  }

  static Settings.Mail plain(int port) {
    return settings(port, false, null);
  }

  static Settings.Mail withTls(int port) {
    return settings(port, true, null);
  }

  static Settings.Mail settings(int port, boolean startTls, @Nullable String password) {
    return new Settings.Mail(
        "localhost",
        port,
        startTls,
        password == null ? null : "parley",
        password == null ? null : new Secret(password),
        "parley@example.com",
        "desk@example.com",
        null);
  }
}
