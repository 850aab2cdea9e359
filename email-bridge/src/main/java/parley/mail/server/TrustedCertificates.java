package parley.mail.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Sockets that trust certificates of a site's own beside those that Java trusts. Thread: any.
public final class TrustedCertificates {

  private TrustedCertificates() {}

  /// @param pem a file of certificates as PEM
  /// @throws ServerFault when there are none in it
  public static SSLSocketFactory sockets(Path pem) {
    Collection<? extends Certificate> own = read(pem);
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (Certificate certificate : usual()) {
        all.setCertificateEntry("usual-" + number++, certificate);
      }
      for (Certificate certificate : own) {
        all.setCertificateEntry("own-" + number++, certificate);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(all), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new ServerFault("The certificates of mail.trust-store cannot be used", e);
    }
  }

  private static Collection<? extends Certificate> read(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw bad(pem, "holds no certificate", null);
      }
      return found;
    } catch (CertificateException e) {
      throw bad(pem, "holds no certificates that can be read", e);
    } catch (IOException e) {
      throw bad(pem, "cannot be read", e);
    }
  }

  private static ServerFault bad(Path pem, String what, @Nullable Exception cause) {
    return new ServerFault(
        "The file %s of mail.trust-store %s: expected certificates as PEM (BEGIN CERTIFICATE)."
            .formatted(pem, what),
        cause);
  }

  private static X509Certificate[] usual() throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager trust) {
        return trust.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  private static TrustManager[] managers(@Nullable KeyStore trusted)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }
}
