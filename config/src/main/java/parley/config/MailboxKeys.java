package parley.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import parley.config.MailboxSettings.Mark;
import parley.config.MailboxSettings.Old;
import parley.config.MailboxSettings.Tls;

/// The mailboxes: `mail.mailboxes`.
final class MailboxKeys {

  static final String LIST = "mail.mailboxes";
  private static final KeyList KEYS = new KeyList();

  static final Key<Boolean> ENABLED =
      KEYS.with(
          "mail.mailboxes[].enabled",
          "true",
          Kinds.trueOrFalse(),
          "Whether this mailbox is watched and answered.");
  static final Key<String> NAME =
      KEYS.without(
          "mail.mailboxes[].name",
          Kinds.word(),
          "The mailbox as commands and the log name it; keep it, for it says what was read.");
  static final Key<String> ADDRESS =
      KEYS.without(
          "mail.mailboxes[].address",
          Kinds.mailAddress(),
          "What customers write to; replies come from it.");
  static final Key<String> WORK_TO =
      KEYS.without(
          "mail.mailboxes[].work-to",
          Kinds.mailAddress(),
          "Who gets the mails that Parley cannot answer, and answers by replying.");
  static final Key<String> IMAP_HOST =
      KEYS.without("mail.mailboxes[].imap-host", Kinds.host(), "The server that holds the mails.");
  static final Key<Integer> IMAP_PORT =
      KEYS.with(
          "mail.mailboxes[].imap-port",
          "993",
          Kinds.whole(1, 65535),
          "993 has TLS from the first byte, 143 has STARTTLS.");
  static final Key<Tls> IMAP_TLS =
      KEYS.with(
          "mail.mailboxes[].imap-tls",
          "implicit",
          Kinds.oneOf(Tls.class),
          "How that connection is encrypted; none is for a server on this machine.");
  static final Key<String> SMTP_HOST =
      KEYS.without("mail.mailboxes[].smtp-host", Kinds.host(), "The server that takes replies.");
  static final Key<Integer> SMTP_PORT =
      KEYS.with(
          "mail.mailboxes[].smtp-port",
          "465",
          Kinds.whole(1, 65535),
          "465 has TLS from the first byte, 587 has STARTTLS.");
  static final Key<Tls> SMTP_TLS =
      KEYS.with(
          "mail.mailboxes[].smtp-tls",
          "implicit",
          Kinds.oneOf(Tls.class),
          "How that connection is encrypted; none is for a server on this machine.");
  static final Key<String> USER =
      KEYS.without("mail.mailboxes[].user", Kinds.line(), "The login at both servers.");
  static final Key<Secret> PASSWORD =
      KEYS.without(
          "mail.mailboxes[].password",
          Kinds.secret(),
          "The password of that login; not set where oauth-token-url is.");
  static final Key<URI> TOKEN_URL =
      KEYS.without(
          "mail.mailboxes[].oauth-token-url",
          Kinds.webAddress(),
          "Where OAuth2 access tokens come from (XOAUTH2), instead of a password.");
  static final Key<String> TOKEN_CLIENT =
      KEYS.without(
          "mail.mailboxes[].oauth-client-id",
          Kinds.line(),
          "The client's name there; required with oauth-token-url.");
  static final Key<Secret> TOKEN_SECRET =
      KEYS.without("mail.mailboxes[].oauth-client-secret", token(), "The client's secret there.");
  static final Key<Secret> TOKEN_REFRESH =
      KEYS.without(
          "mail.mailboxes[].oauth-refresh-token",
          token(),
          "The refresh token; not set: the client's own credentials are used.");
  static final Key<String> TOKEN_SCOPE =
      KEYS.without(
          "mail.mailboxes[].oauth-scope",
          Kinds.line(),
          "The scope that is asked for, where the token's server wants one.");
  static final Key<String> FOLDER =
      KEYS.with("mail.mailboxes[].folder", "INBOX", Kinds.line(), "The folder that is watched.");
  static final Key<Mark> MARK =
      KEYS.with(
          "mail.mailboxes[].mark",
          "seen",
          Kinds.oneOf(Mark.class),
          "What tells people that Parley has a mail; keyword sets $Parley and leaves it unread.");
  static final Key<String> TAKEN_FOLDER =
      KEYS.with(
          "mail.mailboxes[].taken-folder",
          "Parley",
          Kinds.line(),
          "The folder that mails are moved to where mark is move.");
  static final Key<Old> OLD =
      KEYS.with(
          "mail.mailboxes[].old",
          "unread",
          Kinds.oneOf(Old.class),
          "Which mails are answered that were there when Parley looked for the first time.");
  static final Key<Boolean> RECEIPT =
      KEYS.with(
          "mail.mailboxes[].receipt",
          "true",
          Kinds.trueOrFalse(),
          "Whether a hidden copy of each reply comes to this mailbox: after a crash it tells that the reply went out.");

  static final Key<String> DKIM_SELECTOR =
      KEYS.without(
          "mail.mailboxes[].dkim-selector",
          Kinds.host(),
          "Signs what goes out (DKIM): the public key stands in DNS at SELECTOR._domainkey.DOMAIN.");
  static final Key<Path> DKIM_KEY_FILE =
      KEYS.without(
          "mail.mailboxes[].dkim-key-file",
          Kinds.path(),
          "The private key as PEM (PKCS #8), RSA of 2048 bits or Ed25519; required with dkim-selector.");
  static final Key<String> DKIM_DOMAIN =
      KEYS.without(
          "mail.mailboxes[].dkim-domain",
          Kinds.host(),
          "The domain that signs; not set: that of address.");

  private MailboxKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }

  /// Providers' tokens are longer than passwords.
  private static Kind<Secret> token() {
    return new Kind<>(
        "1 to 4096 printable ASCII characters without spaces",
        false,
        true,
        text ->
            text.matches("[!-~]{1,4096}")
                ? java.util.Optional.of(new Secret(text))
                : java.util.Optional.empty());
  }
}
