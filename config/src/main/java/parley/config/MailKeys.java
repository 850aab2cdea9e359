package parley.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.config.MailRules.SpamHeader;
import parley.config.MailRules.Treatment;

/// How mail is dealt with in all mailboxes: `mail`, beside its list of mailboxes.
final class MailKeys {

  private static final KeyList KEYS = new KeyList();

  static final Key<Integer> MEGABYTES =
      KEYS.with(
          "mail.limits.megabytes",
          "75",
          Kinds.whole(1, 75),
          "A larger mail is quarantined; providers' own limits are 20 to 50.");
  static final Key<Integer> PARTS =
      KEYS.with(
          "mail.limits.parts",
          "500",
          Kinds.whole(1, 5000),
          "A mail of more parts is quarantined; people's mails have under 50.");
  static final Key<Integer> DEPTH =
      KEYS.with(
          "mail.limits.depth",
          "20",
          Kinds.whole(2, 50),
          "A mail with more parts inside each other is quarantined.");
  static final Key<Integer> FILE_MEGABYTES =
      KEYS.with(
          "mail.limits.file-megabytes",
          "20",
          Kinds.whole(1, 75),
          "A larger attached file is not opened for its words.");
  static final Key<Integer> SENDER_HOUR =
      KEYS.with(
          "mail.answers.sender-hour",
          "6",
          Kinds.whole(1, 1000),
          "Automatic answers to one sender within an hour; more means that a machine writes.");
  static final Key<Integer> SENDER_DAY =
      KEYS.with(
          "mail.answers.sender-day",
          "15",
          Kinds.whole(1, 5000),
          "Automatic answers to one sender within a day.");
  static final Key<Integer> THREAD_HOUR =
      KEYS.with(
          "mail.answers.thread-hour",
          "4",
          Kinds.whole(1, 1000),
          "Automatic answers in one thread within an hour.");
  static final Key<Integer> THREAD_DAY =
      KEYS.with(
          "mail.answers.thread-day",
          "8",
          Kinds.whole(1, 5000),
          "Automatic answers in one thread within a day.");
  static final Key<Integer> THREAD =
      KEYS.with(
          "mail.answers.thread",
          "20",
          Kinds.whole(1, 5000),
          "Automatic answers in one thread at all; then a person has it.");
  static final Key<Treatment> SPAM =
      KEYS.with(
          "mail.answers.spam",
          "quarantine",
          Kinds.oneOf(Treatment.class),
          "What is done with mail that the mail server's filter marked; record keeps it unanswered.");
  static final Key<Treatment> FORGED =
      KEYS.with(
          "mail.answers.forged",
          "quarantine",
          Kinds.oneOf(Treatment.class),
          "The same for mail whose sender is not who it says, by mail.authserv-id.");
  static final Key<String> AUTHSERV_ID =
      KEYS.without(
          "mail.authserv-id",
          Kinds.host(),
          "The name of your receiving server in Authentication-Results (RFC 8601); not set: no such header is believed.");
  static final Key<SpamHeader> SPAM_HEADER =
      KEYS.without(
          "mail.spam-header",
          spamHeader(),
          "A mark of your filter beside those of SpamAssassin, rspamd and Exchange, which are known.");
  static final Key<List<String>> SCANNER =
      KEYS.without(
          "mail.scanner",
          Kind.of(
              "a program's absolute path and its arguments, with spaces between",
              text ->
                  Optional.of(text)
                      .filter(line -> line.matches("/\\P{Cntrl}{1,400}"))
                      .map(line -> List.of(line.strip().split(" +")))),
          "Looks at each attached file, whose path comes last: exit code 0 is clean, 1 infected, as with clamdscan.");
  static final Key<Duration> SCANNER_TIMEOUT =
      KEYS.with(
          "mail.scanner-timeout",
          "30s",
          Kinds.time("1s", "2m"),
          "For one file; a mail that cannot be scanned is quarantined.");

  static final Key<Path> TRUST_STORE =
      KEYS.without(
          "mail.trust-store",
          Kinds.path(),
          "Certificates (PEM) of authorities of your own, trusted for mail servers beside the usual ones.");

  private MailKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }

  static MailRules rules(Values values) {
    return new MailRules(
        new MailRules.Limits(
            values.get(MEGABYTES),
            values.get(PARTS),
            values.get(DEPTH),
            values.get(FILE_MEGABYTES)),
        new MailRules.Answers(
            values.get(SENDER_HOUR),
            values.get(SENDER_DAY),
            values.get(THREAD_HOUR),
            values.get(THREAD_DAY),
            values.get(THREAD),
            values.get(SPAM),
            values.get(FORGED)),
        values.find(AUTHSERV_ID),
        values.find(SPAM_HEADER),
        java.util.Objects.requireNonNullElse(values.find(SCANNER), List.of()),
        values.get(SCANNER_TIMEOUT));
  }

  private static Kind<SpamHeader> spamHeader() {
    return Kind.of(
        "a header and the beginning of its value, such as X-Filter: spam",
        text -> {
          String[] parts = text.split(":", 2);
          return parts.length == 2
                  && parts[0].matches("[A-Za-z0-9-]{1,60}")
                  && parts[1].strip().matches("[ -~]{1,100}")
              ? Optional.of(new SpamHeader(parts[0], parts[1].strip()))
              : Optional.empty();
        });
  }
}
