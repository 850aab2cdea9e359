package parley.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// The company, its documents, the state folder, the database and mail: `state`, `site`,
/// `knowledge`, `database`, `mail`.
final class SiteKeys {

  private static final KeyList KEYS = new KeyList();

  static final Key<Path> STATE =
      KEYS.with(
          "state",
          ".parley",
          Kinds.path(),
          "Where everything that Parley writes goes; relative to the checkout.");
  static final Key<String> SITE_NAME =
      KEYS.with(
          "site.name",
          "Parley Service Desk",
          Kinds.spokenName(),
          "The company's name as the greeting speaks it.");
  static final Key<String> SITE_LANGUAGE =
      KEYS.with(
          "site.language",
          "en",
          Kinds.language(),
          "The language of calls that the dialplan does not mark otherwise.");
  static final Key<ZoneId> SITE_ZONE =
      KEYS.with(
          "site.zone",
          "UTC",
          Kinds.zone(),
          "The zone of opening hours and of hours promised to callers.");
  static final Key<String> SITE_COUNTRY =
      KEYS.with(
          "site.country",
          "GB",
          Kinds.country(),
          "Where telephone numbers without a country belong to; also what 03/04 and 1,250 mean.");
  static final Key<Path> KNOWLEDGE_DOCUMENTS =
      KEYS.with(
          "knowledge.documents",
          "config/documents",
          Kinds.path(),
          "A folder of Markdown, HTML, PDF and text, searched where no entry is sure.");
  static final Key<URI> KNOWLEDGE_DOCUMENTS_URL =
      KEYS.without(
          "knowledge.documents-url",
          Kinds.apiAddress(),
          "Where customers can read that folder: answers by mail link to this address with a document's path behind it.");
  static final Key<Boolean> KNOWLEDGE_VECTORS =
      KEYS.with(
          "knowledge.vectors",
          "true",
          Kinds.trueOrFalse(),
          "false: understanding rests on words alone; the model of sentences (150 MB, English) is not loaded.");
  static final Key<String> DATABASE_URL =
      KEYS.without(
          "database.url",
          Kinds.jdbcUrl(),
          "A PostgreSQL from 15 on; not set: an embedded one in the state folder.");
  static final Key<String> DATABASE_USER =
      KEYS.with("database.user", "parley", Kinds.word(), "The role that owns Parley's tables.");
  static final Key<Secret> DATABASE_PASSWORD =
      KEYS.without(
          "database.password", Kinds.secret(), "Made up for the embedded PostgreSQL when not set.");
  static final Key<Integer> DATABASE_EMBEDDED_PORT =
      KEYS.with(
          "database.embedded-port",
          "0",
          Kinds.whole(0, 65535),
          "The embedded PostgreSQL's port on loopback; 0 takes any free one.");
  static final Key<Integer> DATABASE_POOL_SIZE =
      KEYS.with(
          "database.pool-size",
          "10",
          Kinds.whole(1, 200),
          "Connections at once; each costs PostgreSQL about 5 MB.");
  static final Key<Duration> DATABASE_TIMEOUT =
      KEYS.with(
          "database.timeout",
          "3s",
          Kinds.time("250ms", "60s"),
          "After this a turn is written to the spool on disk instead.");
  static final Key<String> MAIL_SMTP_HOST =
      KEYS.without(
          "mail.smtp-host",
          Kinds.host(),
          "The mail server that takes notices of callers whom nobody reached; not set: none are sent.");
  static final Key<Integer> MAIL_SMTP_PORT =
      KEYS.with(
          "mail.smtp-port",
          "587",
          Kinds.whole(1, 65535),
          "587 is submission with STARTTLS, 25 is plain relay.");
  static final Key<Boolean> MAIL_START_TLS =
      KEYS.with(
          "mail.start-tls",
          "true",
          Kinds.trueOrFalse(),
          "Whether the connection must be encrypted.");
  static final Key<String> MAIL_USER =
      KEYS.without("mail.user", Kinds.line(), "The login at the mail server; not set: no login.");
  static final Key<Secret> MAIL_PASSWORD =
      KEYS.without("mail.password", Kinds.secret(), "The password of that login.");
  static final Key<String> MAIL_FROM =
      KEYS.with("mail.from", "parley@localhost", Kinds.mailAddress(), "The sender of notices.");
  static final Key<String> MAIL_NOTICES_TO =
      KEYS.without(
          "mail.notices-to",
          Kinds.mailAddress(),
          "Who gets the notices, and once a day a list of what is overdue; not set: nobody.");

  private SiteKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }
}
