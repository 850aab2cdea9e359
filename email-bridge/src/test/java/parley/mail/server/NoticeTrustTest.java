package parley.mail.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Secret;
import parley.config.Settings;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.mail.notice.Notice;
import parley.mail.notice.NoticeMail;
import parley.mail.notice.NoticeResult;
import parley.mail.notice.Notices;

/// Notices trust the same certificates as mailboxes do. The server's own is signed by nobody.
class NoticeTrustTest {

  private static final String USER = "parley@shop.test";
  private static final String PASSWORD = "a-password";
  private static final String DESK = "desk@shop.test";
  private static final Settings.Site SITE =
      new Settings.Site("The Shop", "en", ZoneOffset.UTC, "GB");
  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @TempDir private static Path folder;
  private static TestCertificate certificate;

  @BeforeAll
  static void start() throws Exception {
    certificate = TestCertificate.in(folder);
    MAIL.start();
    var _ = MAIL.setUser(USER, USER, PASSWORD);
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
  }

  @Test
  void aServerWhoseCertificateIsInTheTrustStoreGetsThem() throws Exception {
    int before = MAIL.getReceivedMessages().length;

    assertInstanceOf(NoticeResult.Sent.class, noticed(certificate.pem()));

    assertEquals(before + 1, MAIL.getReceivedMessages().length);
    assertEquals(DESK, MAIL.getReceivedMessages()[before].getAllRecipients()[0].toString());
  }

  @Test
  void aServerThatNobodyTrustsGetsNone() throws Exception {
    NoticeResult.Refused refused = assertInstanceOf(NoticeResult.Refused.class, noticed(null));

    assertTrue(refused.why().contains("mail.trust-store"), refused.why());
  }

  @Test
  void aTrustStoreWithoutCertificatesIsNamedBeforeAnythingIsSent() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");

    ServerFault fault =
        assertThrows(
            ServerFault.class, () -> NoticeMail.notices(settings(25, empty), SITE, _ -> {}));

    assertTrue(
        fault.getMessage().contains("empty.pem of mail.trust-store holds no certificate"),
        fault.getMessage());
  }

  private static NoticeResult noticed(@Nullable Path trusted) throws Exception {
    BlockingQueue<NoticeResult> results = new LinkedBlockingQueue<>();
    try (StartTlsFront smtp =
            new StartTlsFront(
                StartTlsFront.Protocol.SMTP, certificate.context(), MAIL.getSmtp().getPort());
        Notices notices = NoticeMail.notices(settings(smtp.port(), trusted), SITE, results::add)) {
      notices.tell(
          new Notice(
              UUID.randomUUID(),
              Notice.Kind.CALLBACK_PROMISED,
              CallId.random(),
              Instant.parse("2026-03-02T09:00:00Z"),
              new PhoneNumber("+4989555019"),
              "no agent free",
              new Spoken("a kettle leaks")));
      return Objects.requireNonNull(results.poll(30, TimeUnit.SECONDS), "nothing came of it");
    }
  }

  private static Settings.Mail settings(int port, @Nullable Path trusted) {
    return new Settings.Mail(
        "localhost", port, true, USER, new Secret(PASSWORD), USER, DESK, trusted);
  }
}
