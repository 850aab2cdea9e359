package parley.mail.server;

import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import parley.config.MailboxSettings;
import parley.config.MailboxSettings.Server;
import parley.config.MailboxSettings.Tls;

/// How the two servers of a mailbox are reached. With STARTTLS set, nothing is said in the clear.
/// Immutable; any thread.
public final class MailServers {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

  /// What is held of a mail in memory while it is fetched.
  private static final int PIECE = 256 * 1024;

  private final MailboxSettings settings;
  private final Login login;
  private final @Nullable SSLSocketFactory tls;

  /// @throws ServerFault when the certificates of the mailbox's trust store cannot be read
  public MailServers(MailboxSettings settings, Clock clock) {
    this(
        settings,
        clock,
        settings.trustStore() == null ? null : TrustedCertificates.sockets(settings.trustStore()));
  }

  /// @param tls null for Java's own trusted certificates
  public MailServers(MailboxSettings settings, Clock clock, @Nullable SSLSocketFactory tls) {
    this.settings = settings;
    this.tls = tls;
    this.login = login(settings, clock);
  }

  private static Login login(MailboxSettings settings, Clock clock) {
    if (settings.token() != null) {
      return new AccessTokens(settings.token(), clock);
    }
    String password = settings.password() == null ? "" : settings.password().reveal();
    return () -> password;
  }

  public MailboxSettings settings() {
    return settings;
  }

  public Login login() {
    return login;
  }

  /// For the protocol `imap`, whatever the encryption.
  public Session imap() {
    Properties properties = properties("imap", settings.in());
    properties.put("mail.imap.partialfetch", "true");
    properties.put("mail.imap.fetchsize", Integer.toString(PIECE));
    // Fetching must not mark a mail as read before it is recorded.
    properties.put("mail.imap.peek", "true");
    return Session.getInstance(properties);
  }

  /// For the protocol `smtp`, whatever the encryption.
  public Session smtp() {
    Properties properties = properties("smtp", settings.out());
    properties.put("mail.smtp.auth", "true");
    // A copy that the server does not want must not keep the reply from the customer.
    properties.put("mail.smtp.sendpartial", "true");
    properties.put("mail.smtp.quitwait", "false");
    return Session.getInstance(properties);
  }

  private Properties properties(String protocol, Server server) {
    String key = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.put(key + "connectiontimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
    properties.put(key + "timeout", Long.toString(READ_TIMEOUT.toMillis()));
    properties.put(key + "writetimeout", Long.toString(READ_TIMEOUT.toMillis()));
    properties.put(key + "ssl.enable", Boolean.toString(server.tls() == Tls.IMPLICIT));
    properties.put(key + "starttls.enable", Boolean.toString(server.tls() == Tls.STARTTLS));
    properties.put(key + "starttls.required", Boolean.toString(server.tls() == Tls.STARTTLS));
    properties.put(key + "ssl.checkserveridentity", "true");
    if (settings.token() != null) {
      properties.put(key + "auth.mechanisms", "XOAUTH2");
    }
    if (tls != null) {
      properties.put(key + "ssl.socketFactory", tls);
    }
    return properties;
  }
}
