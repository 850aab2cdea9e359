package parley.mail.notice;

import java.nio.file.Path;
import java.util.function.Consumer;
import parley.config.Settings;
import parley.mail.server.TrustedCertificates;

/// Puts the mail side of notices together: `server`'s only door to this package.
public final class NoticeMail {

  private NoticeMail() {}

  /// Notices by mail, or [NoNotices] where no mail server or no receiver is set. Nothing is
  /// connected before the first notice: a mail server that is away does not delay the start.
  ///
  /// @param watcher is told what became of each notice, on a thread of its own; it must not block
  /// @throws parley.mail.server.ServerFault when the certificates of its trust store cannot be read
  /// @throws IllegalArgumentException when an address in the settings is none; the message names it
  public static Notices notices(
      Settings.Mail mail, Settings.Site site, Consumer<NoticeResult> watcher) {
    String host = mail.smtpHost();
    String to = mail.noticesTo();
    if (host == null || to == null) {
      return new NoNotices();
    }
    Path own = mail.trustStore();
    return SmtpNotices.start(
        new SmtpServer(
            mail, host, own == null ? null : TrustedCertificates.sockets(own), System::nanoTime),
        new NoticeComposer(mail.from(), to, site.name(), site.zone()),
        new Backoff(),
        watcher);
  }
}
