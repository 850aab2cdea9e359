package parley.mail.server;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import parley.config.MailboxSettings;
import parley.config.MailboxSettings.Mark;
import parley.config.MailboxSettings.Server;
import parley.mail.dkim.DkimKeyException;
import parley.mail.dkim.DkimSigner;

/// Goes through what a mailbox needs, step by step, and says what is wrong. It changes nothing and
/// sends nothing. A step that fails ends its server's part.
///
/// Thread: one; each step waits for its server for seconds.
public final class MailboxCheck {

  private final MailServers servers;
  private final MailboxSettings settings;
  private final List<CheckedStep> steps = new ArrayList<>();

  private MailboxCheck(MailServers servers) {
    this.servers = servers;
    this.settings = servers.settings();
  }

  /// The files that a mailbox needs; no server is asked.
  public static List<CheckedStep> here(MailboxSettings settings) {
    List<CheckedStep> steps = new ArrayList<>();
    if (settings.trustStore() != null) {
      steps.add(trustStore(settings.trustStore()));
    }
    if (settings.dkim() != null) {
      steps.add(signature(settings.dkim()));
    }
    return List.copyOf(steps);
  }

  /// Those files, and then the servers where all of them are good.
  public static List<CheckedStep> of(MailboxSettings settings, Clock clock) {
    List<CheckedStep> here = here(settings);
    return here.stream().allMatch(CheckedStep::passed)
        ? Stream.concat(here.stream(), of(new MailServers(settings, clock)).stream()).toList()
        : here;
  }

  static List<CheckedStep> of(MailServers servers) {
    MailboxCheck check = new MailboxCheck(servers);
    if (check.login()) {
      check.imap();
      check.smtp();
    }
    return List.copyOf(check.steps);
  }

  private static CheckedStep trustStore(Path file) {
    try {
      var _ = TrustedCertificates.sockets(file);
      return new CheckedStep("trust store", true, "certificates read");
    } catch (ServerFault e) {
      return new CheckedStep("trust store", false, e.getMessage());
    }
  }

  private static CheckedStep signature(MailboxSettings.Dkim dkim) {
    try {
      String says =
          "%s; its public key belongs at %s._domainkey.%s"
              .formatted(DkimSigner.of(dkim).algorithm(), dkim.selector(), dkim.domain());
      return new CheckedStep("DKIM key", true, says);
    } catch (DkimKeyException e) {
      return new CheckedStep("DKIM key", false, e.getMessage());
    }
  }

  private boolean login() {
    if (settings.token() == null) {
      return true;
    }
    try {
      String _ = servers.login().secret();
      passed("access token", "given by " + settings.token().url().getHost());
      return true;
    } catch (ServerFault e) {
      failed("access token", e.getMessage());
      return false;
    }
  }

  private void imap() {
    try (Store store = servers.imap().getStore("imap")) {
      store.connect(
          settings.in().host(), settings.in().port(), settings.user(), servers.login().secret());
      passed("IMAP login", "at " + shown(settings.in()));
      folder(store);
    } catch (MessagingException e) {
      failed("IMAP login", reason(e, settings.in(), "imap"));
    }
  }

  private void folder(Store store) throws MessagingException {
    Folder folder = store.getFolder(settings.folder());
    try {
      folder.open(Folder.READ_WRITE);
    } catch (FolderNotFoundException e) {
      failed("folder", "There is no folder " + settings.folder() + ": correct its name.");
      return;
    } catch (MessagingException e) {
      failed("folder", "It cannot be opened for writing: the user needs that right.");
      return;
    }
    passed("folder", settings.folder() + " holds " + folder.getMessageCount() + " mails");
    boolean idle = store instanceof IMAPStore imap && imap.hasCapability("IDLE");
    passed("IDLE", idle ? "new mails are told at once" : "not offered: it is polled instead");
    if (settings.mark() == Mark.KEYWORD
        && !folder.getPermanentFlags().contains(jakarta.mail.Flags.Flag.USER)) {
      failed("mark", "The server keeps no keywords: set mark to seen or move.");
    } else if (settings.mark() == Mark.MOVE && !store.getFolder(settings.takenFolder()).exists()) {
      passed("mark", "the folder " + settings.takenFolder() + " will be made with the first mail");
    } else {
      passed("mark", "mails can be marked");
    }
    folder.close(false);
  }

  private void smtp() {
    try (SMTPTransport transport = new SMTPTransport(servers.smtp(), null)) {
      transport.connect(
          settings.out().host(), settings.out().port(), settings.user(), servers.login().secret());
      passed("SMTP login", "at " + shown(settings.out()));
    } catch (MessagingException e) {
      failed("SMTP login", reason(e, settings.out(), "smtp"));
    }
  }

  private void passed(String name, String says) {
    steps.add(new CheckedStep(name, true, says));
  }

  private void failed(String name, String says) {
    steps.add(new CheckedStep(name, false, says));
  }

  /// The servers' own words may hold addresses and are not repeated.
  private String reason(MessagingException e, Server server, String key) {
    if (e instanceof AuthenticationFailedException) {
      return settings.token() == null
          ? "The server refuses user or password: check user and password-file."
          : "The server refuses the access token: check user and oauth-scope.";
    }
    if (MailFaults.isCausedBy(e, CertificateException.class)) {
      return "The certificate of %s is not trusted or is for another host: check %s-host and mail.trust-store."
          .formatted(shown(server), key);
    }
    if (MailFaults.isCausedBy(e, java.net.UnknownHostException.class)) {
      return "There is no host %s: check %s-host.".formatted(server.host(), key);
    }
    if (MailFaults.isCausedBy(e, java.net.ConnectException.class)) {
      return "Nothing answers at %s: check %s-host, %s-port and firewalls."
          .formatted(shown(server), key, key);
    }
    if (MailFaults.isCausedBy(e, javax.net.ssl.SSLException.class)) {
      return "%s speaks no TLS from the first byte: check %s-port, or set %s-tls to starttls."
          .formatted(shown(server), key, key);
    }
    return "%s cannot be used (%s): check %s-port and %s-tls."
        .formatted(shown(server), e.getClass().getSimpleName(), key, key);
  }

  private static String shown(Server server) {
    return server.host() + ":" + server.port();
  }
}
