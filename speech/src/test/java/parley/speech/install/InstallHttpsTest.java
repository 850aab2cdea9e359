package parley.speech.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same over TLS, with a certificate that the JDK's keytool makes.
class InstallHttpsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;
  private TestSite site;
  private SSLContext context;

  @BeforeEach
  void open() throws Exception {
    context = contextOf(certificate());
    HttpsServer server = HttpsServer.create(ModelServer.loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    site = new TestSite(folder.resolve("state"), new ModelServer(server, "https"));
    site.offer(ModelZips.zip(ModelZips.small(TestSite.NAME, 200_000)), "\"1\"");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aModelComesOverAnEncryptedConnection() {
    site.trust(Web.builder().sslContext(context).build());
    assertInstanceOf(InstallOutcome.Installed.class, site.install(TestSite.PLAIN));
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    String sentence = site.failure(TestSite.PLAIN);
    assertTrue(sentence.contains("cannot be reached (no safe connection: "), sentence);
    assertEquals(List.of(), site.left());
  }

  private Path certificate() throws Exception {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS), "keytool did not end");
    assertEquals(0, keytool.exitValue(), Files.readString(folder.resolve("keytool.log")));
    return store;
  }

  private static SSLContext contextOf(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
