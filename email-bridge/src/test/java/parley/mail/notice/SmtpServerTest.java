package parley.mail.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.config.Settings;

@Timeout(60)
class SmtpServerTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private static SSLContext localhost;
  private static SSLContext elsewhere;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    localhost = selfSigned(folder, "localhost");
    elsewhere = selfSigned(folder, "elsewhere.example");
  }

  private static Delivery deliver(Settings.Mail settings, LongSupplier ticker) {
    return new SmtpServer(settings, "localhost", null, ticker)
        .deliver(TestNotices.notice(), TestNotices.composer());
  }

  private static Delivery deliver(Settings.Mail settings) {
    return deliver(settings, System::nanoTime);
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, 421 busy, Failed",
    "GREETING, 554 no, Refused",
    "GREETING, HTTP/1.1 400 Bad Request, Failed",
    "GREETING, RFB 003.008, Failed",
    "EHLO, hang up, Failed",
    "MAIL, 451 later, Failed",
    "MAIL, 550 no, Refused",
    "RCPT, 450 greylisted, Failed",
    "RCPT, 550 unknown, Refused",
    "RCPT, hang up, Failed",
    "DATA, 554 spam, Refused",
    "DATA, 452 full, Failed",
    "QUIT, hang up, Taken",
    "QUIT, 500 what, Taken"
  })
  void answerDecidesWhetherToTryAgain(String command, String answer, String expected)
      throws Exception {
    try (var server = new ScriptedSmtpServer(null)) {
      server.answer(command, answer);
      assertEquals(expected, deliver(TestNotices.plain(server.port())).getClass().getSimpleName());
    }
  }

  @Test
  void reasonHoldsNeitherAddressNorTheServersWords() throws Exception {
    try (var server = new ScriptedSmtpServer(null)) {
      server.answer("RCPT", "550 desk@example.com is unknown");
      var refused =
          assertInstanceOf(Delivery.Refused.class, deliver(TestNotices.plain(server.port())));
      assertFalse(refused.why().contains("@"), refused.why());
      assertTrue(refused.why().contains("550"), refused.why());
    }
  }

  @Test
  void withoutStartTlsOfferedNothingIsSaidInTheClear() throws Exception {
    try (var server = new ScriptedSmtpServer(null)) {
      Settings.Mail settings = TestNotices.settings(server.port(), true, "right");
      var refused = assertInstanceOf(Delivery.Refused.class, deliver(settings));
      assertTrue(refused.why().contains("STARTTLS"), refused.why());
      assertFalse(server.heard.contains("AUTH"));
      assertFalse(server.heard.contains("MAIL"));
    }
  }

  @Test
  void withStartTlsEverythingAfterTheGreetingIsSecret() throws Exception {
    SSLContext tls = localhost;
    try (var server = new ScriptedSmtpServer(tls)) {
      var client =
          new SmtpServer(
              TestNotices.withTls(server.port()),
              "localhost",
              tls.getSocketFactory(),
              System::nanoTime);
      assertInstanceOf(
          Delivery.Taken.class, client.deliver(TestNotices.notice(), TestNotices.composer()));
      assertTrue(server.heard.contains("TLS MAIL"), server.heard.toString());
      assertFalse(server.heard.contains("MAIL"), server.heard.toString());
    }
  }

  @Test
  void certificateOfAnotherHostIsRefused() throws Exception {
    SSLContext tls = elsewhere;
    try (var server = new ScriptedSmtpServer(tls)) {
      var client =
          new SmtpServer(
              TestNotices.withTls(server.port()),
              "localhost",
              tls.getSocketFactory(),
              System::nanoTime);
      var refused =
          assertInstanceOf(
              Delivery.Refused.class, client.deliver(TestNotices.notice(), TestNotices.composer()));
      assertTrue(refused.why().contains("certificate"), refused.why());
    }
  }

  @Test
  void certificateOfAnUnknownAuthorityIsRefused() throws Exception {
    try (var server = new ScriptedSmtpServer(localhost)) {
      var refused =
          assertInstanceOf(Delivery.Refused.class, deliver(TestNotices.withTls(server.port())));
      assertTrue(refused.why().contains("certificate"), refused.why());
    }
  }

  @Test
  void endlessGreetingIsCutOff() throws Exception {
    try (var socket = endless(new byte[8192])) {
      assertInstanceOf(Delivery.Failed.class, deliver(TestNotices.plain(socket.getLocalPort())));
    }
  }

  @Test
  void serverThatTricklesIsCutOff() throws Exception {
    AtomicLong nanos = new AtomicLong();
    LongSupplier secondForEachLook = () -> nanos.addAndGet(1_000_000_000L);
    try (var socket = endless(new byte[1])) {
      assertInstanceOf(
          Delivery.Failed.class,
          deliver(TestNotices.plain(socket.getLocalPort()), secondForEachLook));
      assertTrue(nanos.get() < 70_000_000_000L);
    }
  }

  /// A port that is no mail server and never stops talking.
  private static ServerSocket endless(byte[] chunk) throws Exception {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Arrays.fill(chunk, (byte) 'x');
    Thread.startVirtualThread(() -> {
      try (Socket client = socket.accept();
          OutputStream out = client.getOutputStream()) {
        while (true) {
          out.write(chunk);
        }
      } catch (SocketException e) {
        // The client hung up, which is what the test waits for.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return socket;
  }

  private static SSLContext selfSigned(Path folder, String host) throws Exception {
    Path file = folder.resolve(host + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "test",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
