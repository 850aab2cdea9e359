package parley.mail.notice;

import java.util.function.Consumer;
import parley.config.Settings;

/// Puts the mail side of notices together: `server`'s only door to this package.
public final class NoticeMail {

  private NoticeMail() {}

  /// Notices by mail, or [NoNotices] where no mail server or no receiver is set. Nothing is
  /// connected before the first notice: a mail server that is away does not delay the start.
  ///
  /// @param watcher is told what became of each notice, on a thread of its own; it must not block
  /// @throws IllegalArgumentException when an address in the settings is none; the message names it
  public static Notices notices(
      Settings.Mail mail, Settings.Site site, Consumer<NoticeResult> watcher) {
    String host = mail.smtpHost();
    String to = mail.noticesTo();
    if (host == null || to == null) {
      return new NoNotices();
    }
    return SmtpNotices.start(
        new SmtpServer(mail, host, null, System::nanoTime),
        new NoticeComposer(mail.from(), to, site.name(), site.zone()),
        new Backoff(),
        watcher);
  }
}
