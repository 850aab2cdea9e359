package parley.mail.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.mail.header.Headers;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;

/// Recognizes bounces and read receipts: by the standards' parts, and by their words where a
/// program keeps to none.
public final class ReportReader {

  private static final Pattern ROBOT =
      Pattern.compile(
          "(mailer-daemon|postmaster|mail-daemon|maildelivery|mdaemon|bounce[sd]?|mmdf)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNDELIVERED =
      Pattern.compile(
          "undeliver(able|ed)|delivery (status notification|failure|has failed|incomplete)|returned mail"
              + "|mail delivery (failed|failure|subsystem|system)|failure notice|message not delivered"
              + "|could not be delivered|unzustellbar|nicht zugestellt|zustellung fehlgeschlagen|non remis"
              + "|échec de (la )?remise|no se (pudo entregar|ha podido)|mancata consegna|impossibile recapitare"
              + "|niet bezorgd|onbestelbaar|nie dostarczon|niedostarczona|não entregue|falha na entrega",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DELAYED =
      Pattern.compile(
          "warning:|delay(ed)?|verzögert|still (trying|being retried)|retardé|will be retried",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern READ =
      Pattern.compile(
          "^(read|gelesen|lu|leído|leido|letto|gelezen|przeczytano|lida|lido|displayed|return receipt)\\s?[:(]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern STATUS = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
  private static final Pattern REPLY_CODE = Pattern.compile("\\b([45])[0-5][0-9][ -]");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("message-id:\\s*(<[^<>\\s]+>)", Pattern.CASE_INSENSITIVE);

  private ReportReader() {}

  /// What the mail holds besides its own words.
  ///
  /// @param type of the whole mail, with parameters, in lower case
  /// @param fields groups of fields of its machine-readable part
  /// @param enclosed headers of the mail that is told about
  /// @param text the mail's words
  public record Found(
      Headers head, String type, List<Headers> fields, Headers enclosed, String text) {}

  public static Optional<Bounce> bounce(Found found) {
    boolean standard =
        found.fields().stream()
            .anyMatch(group ->
                group.has("Final-Recipient") || (group.has("Action") && group.has("Status")));
    String from = found.head().text("From", 400);
    boolean words =
        UNDELIVERED.matcher(found.head().text("Subject", 400)).find()
            || UNDELIVERED.matcher(beginning(found.text())).find()
            || DELAYED.matcher(found.head().text("Subject", 400)).find();
    boolean robot =
        ROBOT.matcher(from).find() || found.head().text("Return-Path", 400).equals("<>");
    boolean failed = found.head().has("X-Failed-Recipients");
    return standard || failed || (robot && words) ? Optional.of(bounced(found)) : Optional.empty();
  }

  private static Bounce bounced(Found found) {
    String status =
        field(found, "Status")
            .flatMap(ReportReader::status)
            .or(() -> field(found, "Diagnostic-Code").flatMap(ReportReader::status))
            .or(() -> status(found.text()))
            .orElse("");
    String action = field(found, "Action").orElse("").toLowerCase(Locale.ROOT);
    return new Bounce(original(found), recipient(found), status, permanent(found, action, status));
  }

  private static boolean permanent(Found found, String action, String status) {
    if (!action.isEmpty()) {
      return action.startsWith("failed");
    }
    if (!status.isEmpty()) {
      return status.startsWith("5");
    }
    Matcher code = REPLY_CODE.matcher(beginning(found.text()));
    boolean delayed = DELAYED.matcher(found.head().text("Subject", 400)).find();
    return code.find() ? code.group(1).equals("5") : !delayed;
  }

  private static Optional<String> status(String text) {
    Matcher matcher = STATUS.matcher(beginning(text));
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /// The mail that came back: its headers in the report, or in the words, or else what the report
  /// says it answers.
  private static Optional<MessageId> original(Found found) {
    return found
        .enclosed()
        .first("Message-ID")
        .flatMap(MessageId::first)
        .or(() -> field(found, "Original-Message-ID").flatMap(MessageId::first))
        .or(() -> field(found, "X-Original-Message-ID").flatMap(MessageId::first))
        .or(() -> inWords(found.text()))
        .or(() -> found.head().first("In-Reply-To").flatMap(MessageId::first))
        .or(() ->
            found
                .head()
                .first("References")
                .flatMap(references -> MessageId.all(references).reversed().stream().findFirst()));
  }

  private static Optional<MessageId> inWords(String text) {
    Matcher matcher = MESSAGE_ID.matcher(text);
    return matcher.find() ? MessageId.first(matcher.group(1)) : Optional.empty();
  }

  private static Optional<MailAddress> recipient(Found found) {
    return field(found, "Final-Recipient")
        .or(() -> field(found, "Original-Recipient"))
        .or(() -> found.head().first("X-Failed-Recipients"))
        .map(value -> value.substring(value.indexOf(';') + 1))
        .flatMap(value -> MailAddress.all(value).stream().findFirst());
  }

  private static Optional<String> field(Found found, String name) {
    return found.fields().stream().flatMap(group -> group.first(name).stream()).findFirst();
  }

  public static Optional<ReadReceipt> receipt(Found found) {
    boolean standard =
        found.type().contains("disposition-notification")
            || field(found, "Disposition").isPresent();
    boolean named =
        READ.matcher(found.head().text("Subject", 400)).find()
            && found.type().contains("multipart/report");
    if (!standard && !named) {
      return Optional.empty();
    }
    String disposition = field(found, "Disposition").orElse("").toLowerCase(Locale.ROOT);
    String done =
        disposition.substring(disposition.lastIndexOf(';') + 1).replaceAll("/.*", "").strip();
    return Optional.of(new ReadReceipt(original(found), done.matches("[a-z-]{1,30}") ? done : ""));
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(4000, text.length()));
  }
}
