package parley.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.config.MailboxSettings.Server;
import parley.config.MailboxSettings.Tls;
import parley.config.MailboxSettings.Token;

/// Puts `mail.mailboxes` together and checks what no single one of its settings can say. Thread:
/// the one that loads.
///
/// @param home relative paths begin there
record MailboxAssembly(Values values, Path home) {

  /// Those that are enabled; what is wrong with the others is told as well.
  List<MailboxSettings> mailboxes() {
    List<MailboxSettings> mailboxes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int index = 0; index < values.count(MailboxKeys.LIST); index++) {
      ListValues one = new ListValues(values, index);
      MailboxSettings mailbox = mailbox(one);
      if (mailbox != null && one.get(MailboxKeys.ENABLED)) {
        if (!names.add(mailbox.name())) {
          one.problem(
              MailboxKeys.NAME,
              "is \"%s\", as is that of another mailbox; allowed is a name of its own."
                  .formatted(mailbox.name()));
        }
        check(one, mailbox);
        mailboxes.add(mailbox);
      }
    }
    return mailboxes;
  }

  private @Nullable MailboxSettings mailbox(ListValues one) {
    String name = one.required(MailboxKeys.NAME);
    String address = one.required(MailboxKeys.ADDRESS);
    String imap = one.required(MailboxKeys.IMAP_HOST);
    String smtp = one.required(MailboxKeys.SMTP_HOST);
    String user = one.required(MailboxKeys.USER);
    Server in =
        new Server(
            imap == null ? "" : imap,
            one.get(MailboxKeys.IMAP_PORT),
            one.get(MailboxKeys.IMAP_TLS));
    Server out =
        new Server(
            smtp == null ? "" : smtp,
            one.get(MailboxKeys.SMTP_PORT),
            one.get(MailboxKeys.SMTP_TLS));
    MailboxSettings.@Nullable Token token = token(one);
    MailboxSettings.@Nullable Dkim dkim = dkim(one, address);
    Path trusted = values.find(MailKeys.TRUST_STORE);
    if (name == null || address == null || imap == null || smtp == null || user == null) {
      return null;
    }
    return new MailboxSettings(
        name,
        address,
        one.find(MailboxKeys.WORK_TO),
        in,
        out,
        user,
        one.find(MailboxKeys.PASSWORD),
        token,
        one.get(MailboxKeys.FOLDER),
        one.get(MailboxKeys.MARK),
        one.get(MailboxKeys.TAKEN_FOLDER),
        one.get(MailboxKeys.OLD),
        one.get(MailboxKeys.RECEIPT),
        dkim,
        trusted == null ? null : home.resolve(trusted).normalize());
  }

  private MailboxSettings.@Nullable Dkim dkim(ListValues one, @Nullable String address) {
    String selector = one.find(MailboxKeys.DKIM_SELECTOR);
    Path key = one.find(MailboxKeys.DKIM_KEY_FILE);
    String domain = one.find(MailboxKeys.DKIM_DOMAIN);
    if (selector == null || key == null) {
      if (selector != null) {
        one.problem(
            MailboxKeys.DKIM_KEY_FILE,
            "is missing, and dkim-selector needs it; name the file of the private key.");
      } else if (key != null || domain != null) {
        one.problem(
            MailboxKeys.DKIM_SELECTOR,
            "is missing, and dkim-key-file and dkim-domain need it; name the key as DNS does.");
      }
      return null;
    }
    String own = address == null ? "" : address.substring(address.indexOf('@') + 1);
    return new MailboxSettings.Dkim(
        selector, domain == null ? own : domain, home.resolve(key).normalize());
  }

  private static MailboxSettings.@Nullable Token token(ListValues one) {
    URI url = one.find(MailboxKeys.TOKEN_URL);
    String client = one.find(MailboxKeys.TOKEN_CLIENT);
    Secret secret = one.find(MailboxKeys.TOKEN_SECRET);
    Secret refresh = one.find(MailboxKeys.TOKEN_REFRESH);
    String scope = one.find(MailboxKeys.TOKEN_SCOPE);
    if (url == null) {
      return null;
    }
    if (client == null) {
      one.problem(
          MailboxKeys.TOKEN_CLIENT,
          "is missing, and oauth-token-url needs it; name the client that is registered there.");
      return null;
    }
    if (secret == null && refresh == null) {
      one.problem(
          MailboxKeys.TOKEN_URL,
          "is set with neither oauth-client-secret-file nor oauth-refresh-token-file; one of them is needed.");
    }
    return new Token(url, client, secret, refresh, scope);
  }

  private static void check(ListValues one, MailboxSettings mailbox) {
    if (mailbox.password() == null && mailbox.token() == null) {
      one.problem(
          MailboxKeys.PASSWORD,
          "and oauth-token-url are both not set; set password-file, or oauth-token-url and what belongs to it.");
    }
    if (mailbox.password() != null && mailbox.token() != null) {
      one.problem(
          MailboxKeys.PASSWORD, "is set, and so is oauth-token-url; allowed is one of them.");
    }
    plain(one, MailboxKeys.IMAP_TLS, mailbox.in());
    plain(one, MailboxKeys.SMTP_TLS, mailbox.out());
    if (mailbox.mark() == MailboxSettings.Mark.MOVE
        && mailbox.takenFolder().equals(mailbox.folder())) {
      one.problem(
          MailboxKeys.TAKEN_FOLDER,
          "is the folder that is watched; allowed is another one, to which mails are moved.");
    }
    if (mailbox.address().equalsIgnoreCase(mailbox.workTo())) {
      one.problem(
          MailboxKeys.WORK_TO,
          "is the mailbox's own address; allowed is the address of the people who answer.");
    }
  }

  /// A password must not cross a network in the clear.
  private static void plain(ListValues one, Key<Tls> key, Server server) {
    if (server.tls() == Tls.NONE && !server.host().matches("localhost|127\\..*")) {
      one.problem(
          key,
          "is none, and the server is not on this machine; allowed is implicit or starttls for it.");
    }
  }
}
