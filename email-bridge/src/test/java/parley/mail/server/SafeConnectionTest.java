package parley.mail.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.MailboxSettings;
import parley.config.MailboxSettings.Mark;
import parley.config.MailboxSettings.Old;
import parley.config.MailboxSettings.Server;
import parley.config.MailboxSettings.Tls;
import parley.config.MailboxSettings.Token;
import parley.config.Secret;

/// TLS from the first byte and after STARTTLS, certificates, and access tokens instead of
/// passwords.
class SafeConnectionTest {

  private static final String SHOP = "support@shop.test";
  private static final String PASSWORD = "an-access-token-or-a-password";
  private static final GreenMail MAIL =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
          });

  @TempDir private static Path folder;
  private static TestCertificate certificate;

  @BeforeAll
  static void start() throws Exception {
    certificate = TestCertificate.in(folder);
    System.setProperty(
        DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
        certificate.file().toString());
    System.setProperty(
        DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, TestCertificate.PASSWORD);
    MAIL.start();
    var _ = MAIL.setUser(SHOP, SHOP, PASSWORD);
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
    System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
    System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY);
  }

  @Test
  void tlsFromTheFirstByte() {
    allPass(overTls("localhost", trusting()));
  }

  @Test
  void aCertificateThatNobodyTrustsIsRefused() {
    certificatesAreRefused(overTls("localhost", null));
  }

  @Test
  void aTrustedCertificateForAnotherHostIsRefused() {
    certificatesAreRefused(overTls("127.0.0.1", trusting()));
  }

  @Test
  void aCertificateInTheTrustStoreIsTrusted() {
    allPass(MailboxCheck.of(withTrustStore(certificate.pem()), Clock.systemUTC()));
  }

  @Test
  void aTrustStoreWithoutCertificatesIsNamed() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
    MailboxSettings settings = withTrustStore(empty);

    String said = MailboxCheck.of(settings, Clock.systemUTC()).getFirst().says();

    assertThrows(ServerFault.class, () -> new MailServers(settings, Clock.systemUTC()));
    assertTrue(said.contains("empty.pem of mail.trust-store holds no certificate"), said);
  }

  private static MailboxSettings withTrustStore(Path pem) {
    return settings(
        "localhost", MAIL.getImaps().getPort(), MAIL.getSmtps().getPort(), Tls.IMPLICIT, null, pem);
  }

  @Test
  void nothingIsSaidInTheClearBeforeStartTls() throws Exception {
    try (StartTlsFront imap = front(StartTlsFront.Protocol.IMAP, MAIL.getImap().getPort());
        StartTlsFront smtp = front(StartTlsFront.Protocol.SMTP, MAIL.getSmtp().getPort())) {
      allPass(check("localhost", imap.port(), smtp.port(), Tls.STARTTLS, null, trusting()));

      assertEquals("STARTTLS", imap.saidInTheClear().getLast());
      assertTrue(List.of("CAPABILITY", "STARTTLS").containsAll(imap.saidInTheClear()));
      assertEquals(List.of("EHLO", "STARTTLS"), smtp.saidInTheClear());
    }
  }

  @Test
  void aServerWithoutStartTlsGetsNoPassword() {
    List<CheckedStep> steps =
        check(
            "localhost",
            MAIL.getImap().getPort(),
            MAIL.getSmtp().getPort(),
            Tls.STARTTLS,
            null,
            trusting());

    assertEquals(List.of(false, false), steps.stream().map(CheckedStep::passed).toList());
  }

  @Test
  void anAccessTokenIsFetchedAndTaken() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer tokens = tokens(asked, 200, "{\"access_token\":\"" + PASSWORD + "\"}");
    try {
      List<CheckedStep> steps = withToken(tokens);

      allPass(steps);
      assertEquals("access token", steps.getFirst().name());
      assertEquals(
          "grant_type=refresh_token&refresh_token=long-lived&client_id=parley&scope=mail",
          asked.getFirst());
      assertEquals(1, asked.size(), "one token serves both servers");
    } finally {
      tokens.stop(0);
    }
  }

  @Test
  void anAccessTokenThatTheMailServerRefusesIsNamed() throws Exception {
    HttpServer tokens = tokens(new CopyOnWriteArrayList<>(), 200, "{\"access_token\":\"another\"}");
    try {
      CheckedStep imap = withToken(tokens).get(1);

      assertEquals("The server refuses the access token: check user and oauth-scope.", imap.says());
    } finally {
      tokens.stop(0);
    }
  }

  @Test
  void aServerThatGivesNoTokenIsNamed() throws Exception {
    HttpServer tokens = tokens(new CopyOnWriteArrayList<>(), 400, "{\"error\":\"invalid_grant\"}");
    try {
      List<CheckedStep> steps = withToken(tokens);

      assertEquals(1, steps.size());
      assertTrue(steps.getFirst().says().contains("refuses to give one (400)"), steps::toString);
    } finally {
      tokens.stop(0);
    }
  }

  private static HttpServer tokens(List<String> asked, int code, String answer) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/token",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(code, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static StartTlsFront front(StartTlsFront.Protocol protocol, int target) throws Exception {
    return new StartTlsFront(protocol, certificate.context(), target);
  }

  private static SSLSocketFactory trusting() {
    return certificate.context().getSocketFactory();
  }

  private static List<CheckedStep> overTls(String host, @Nullable SSLSocketFactory trust) {
    return check(
        host, MAIL.getImaps().getPort(), MAIL.getSmtps().getPort(), Tls.IMPLICIT, null, trust);
  }

  private static List<CheckedStep> withToken(HttpServer tokens) {
    Token token =
        new Token(
            URI.create("http://127.0.0.1:" + tokens.getAddress().getPort() + "/token"),
            "parley",
            null,
            new Secret("long-lived"),
            "mail");
    return check(
        "localhost",
        MAIL.getImaps().getPort(),
        MAIL.getSmtps().getPort(),
        Tls.IMPLICIT,
        token,
        trusting());
  }

  private static List<CheckedStep> check(
      String host,
      int imap,
      int smtp,
      Tls tls,
      @Nullable Token token,
      @Nullable SSLSocketFactory trust) {
    return MailboxCheck.of(
        new MailServers(settings(host, imap, smtp, tls, token, null), Clock.systemUTC(), trust));
  }

  private static MailboxSettings settings(
      String host, int imap, int smtp, Tls tls, @Nullable Token token, @Nullable Path trusted) {
    return new MailboxSettings(
        "shop",
        SHOP,
        null,
        new Server(host, imap, tls),
        new Server(host, smtp, tls),
        SHOP,
        token == null ? new Secret(PASSWORD) : null,
        token,
        "INBOX",
        Mark.SEEN,
        "Parley",
        Old.UNREAD,
        true,
        null,
        trusted);
  }

  private static void allPass(List<CheckedStep> steps) {
    assertTrue(steps.stream().allMatch(CheckedStep::passed), steps::toString);
    assertTrue(steps.size() >= 5, steps::toString);
  }

  private static void certificatesAreRefused(List<CheckedStep> steps) {
    assertEquals(2, steps.size(), steps::toString);
    assertTrue(
        steps.stream()
            .allMatch(step ->
                !step.passed() && step.says().contains("is not trusted or is for another host")),
        steps::toString);
  }
}
