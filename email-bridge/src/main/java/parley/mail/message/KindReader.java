package parley.mail.message;

import java.util.Optional;
import java.util.regex.Pattern;
import parley.mail.calendar.InvitationReader;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.report.ReportReader;
import parley.mail.text.MailText;

/// What a mail is for, from all that was found in it.
final class KindReader {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  static final Pattern PASSED_ON =
      Pattern.compile("^\\s*(fwd?|wg|tr|rv|doorst|pd|enc|vb|vs|i|fs|rif)\\s?:.*", FLAGS);

  /** What absent people's programs put before or instead of the subject. */
  private static final Pattern ABSENT =
      Pattern.compile(
          "^(automatic reply|auto(matic)?[- ]?reply|out of (the )?office|autoreply|automatische (antwort|antwoord)"
              + "|abwesenheit(snotiz|snachricht|sbenachrichtigung|sassistent)?|réponse automatique|absence du bureau"
              + "|respuesta automática|fuera de la oficina|risposta automatica|fuori ufficio|afwezigheid"
              + "|odpowiedź automatyczna|automatyczna odpowiedź|resposta automática|fora do escritório)\\b.*",
          FLAGS);

  private KindReader() {}

  static MailKind kind(Gathered gathered, MailHead head, MailText text, RobotMarks robot) {
    ReportReader.Found found =
        new ReportReader.Found(
            gathered.head, gathered.type, gathered.report, gathered.enclosedHead, text.whole());
    if (!gathered.receipt) {
      Optional<MailKind> bounce = ReportReader.bounce(found).map(MailKind.Bounce::new);
      if (bounce.isPresent()) {
        return bounce.get();
      }
    }
    return ReportReader.receipt(found)
        .<MailKind>map(MailKind.ReadReceipt::new)
        .or(() -> automatic(head, robot))
        .or(() ->
            InvitationReader.read(gathered.calendar, gathered.calendarMethod)
                .map(MailKind.Invited::new))
        .or(() -> list(gathered, robot))
        .or(() -> forwarded(gathered, head, text))
        .orElseGet(MailKind.Ordinary::new);
  }

  private static Optional<MailKind> automatic(MailHead head, RobotMarks robot) {
    boolean replied =
        robot.autoSubmitted().startsWith("auto-replied")
            || robot.precedence().equals("auto_reply")
            || robot.robotHeader();
    return replied || ABSENT.matcher(head.subject()).matches()
        ? Optional.of(new MailKind.AutomaticReply())
        : Optional.empty();
  }

  private static Optional<MailKind> list(Gathered gathered, RobotMarks robot) {
    return robot.list() || robot.precedence().equals("list")
        ? Optional.of(new MailKind.ListMail(HeadReader.list(gathered.head)))
        : Optional.empty();
  }

  private static Optional<MailKind> forwarded(Gathered gathered, MailHead head, MailText text) {
    boolean passedOn = !text.forwarded().isEmpty() || !gathered.enclosedHead.fields().isEmpty();
    if (!passedOn && !(PASSED_ON.matcher(head.subject()).matches() && text.written().isEmpty())) {
      return Optional.empty();
    }
    Optional<MailAddress> author =
        gathered.enclosedHead.first("From").map(MailAddress::all).stream()
            .flatMap(java.util.List::stream)
            .findFirst()
            .or(() -> authorInText(text.forwarded()));
    return Optional.of(
        new MailKind.Forwarded(
            gathered.enclosedHead.first("Message-ID").flatMap(MessageId::first), author));
  }

  /// The first line with an address, below the line that says that a mail follows.
  private static Optional<MailAddress> authorInText(String forwarded) {
    return forwarded
        .lines()
        .limit(8)
        .filter(line -> line.contains("@"))
        .flatMap(line -> MailAddress.all(line.substring(line.indexOf(':') + 1)).stream())
        .findFirst();
  }
}
