package parley.mail.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;
import parley.mail.server.MailFaults;

/// The site's mail server, one connection for each try. With STARTTLS set, nothing is said in the
/// clear: a server that does not offer it is refused.
///
/// Thread: any; blocks for at most [#LONGEST_TRY] once connected.
final class SmtpServer {

  private static final Logger log = LoggerFactory.getLogger(SmtpServer.class);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
  static final Duration LONGEST_TRY = Duration.ofMinutes(1);

  /// A whole SMTP dialogue with certificates is a few kilobytes.
  private static final long MOST_BYTES = 256 * 1024;

  private final Settings.Mail settings;
  private final String host;
  private final Session session;

  /// @param tls null for Java's own trusted certificates
  SmtpServer(
      Settings.Mail settings, String host, @Nullable SSLSocketFactory tls, LongSupplier ticker) {
    this.settings = settings;
    this.host = host;
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
    properties.put("mail.smtp.timeout", Long.toString(READ_TIMEOUT.toMillis()));
    properties.put("mail.smtp.socketFactory", new MeteredSockets(MOST_BYTES, LONGEST_TRY, ticker));
    // Without this, Jakarta Mail tries again with a socket of its own when ours gives up.
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
    properties.put("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    // One wrong address among several must not keep the others from being told.
    properties.put("mail.smtp.sendpartial", "true");
    if (tls != null) {
      properties.put("mail.smtp.ssl.socketFactory", tls);
    }
    this.session = Session.getInstance(properties);
  }

  Delivery deliver(Notice notice, NoticeComposer composer) {
    SMTPTransport transport = new SMTPTransport(session, null);
    try {
      MimeMessage mail = composer.compose(notice, session);
      String password = settings.password() == null ? null : settings.password().reveal();
      transport.connect(host, settings.smtpPort(), settings.user(), password);
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Delivery.Taken();
    } catch (SendFailedException e) {
      return MailFaults.somebodyGotIt(e) ? new Delivery.Taken() : judge(transport, e);
    } catch (MessagingException e) {
      return judge(transport, e);
    } finally {
      close(transport);
    }
  }

  /// The mail is taken or refused by now: a goodbye that fails changes nothing, and to send again
  /// for it would double the mail.
  private static void close(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException _) {
      log.debug("The mail server went without a goodbye");
    }
  }

  /// RFC 5321 4.2.1: 4yz may work later, 5yz will not. Everything without a code (no connection, no
  /// SMTP at the other end, a broken line) may work later as well.
  private Delivery judge(SMTPTransport transport, MessagingException e) {
    int code = transport.getLastReturnCode();
    if (settings.startTls() && code == 250 && !transport.supportsExtension("STARTTLS")) {
      return new Delivery.Refused(
          "the mail server offers no STARTTLS: use its TLS port, or set mail.start-tls: false for a"
              + " server on this machine");
    }
    if (MailFaults.isCausedBy(e, CertificateException.class)) {
      return new Delivery.Refused(
          "the mail server's certificate is not trusted or is for another host: check"
              + " mail.smtp-host and mail.trust-store");
    }
    if (code >= 500 && code <= 599) {
      return new Delivery.Refused(
          e instanceof AuthenticationFailedException
              ? "the mail server refused user or password (" + code + "): check mail.user"
              : "the mail server refused the mail ("
                  + code
                  + "): check mail.from, mail.notices-to");
    }
    if (e instanceof AuthenticationFailedException && settings.password() == null) {
      return new Delivery.Refused("mail.user is set without mail.password");
    }
    return code >= 400 && code <= 499
        ? new Delivery.Failed("the mail server asks to try later (" + code + ")")
        : new Delivery.Failed("the mail server cannot be reached or is none");
  }
}
