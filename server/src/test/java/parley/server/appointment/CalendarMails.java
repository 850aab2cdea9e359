package parley.server.appointment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.callback.appointment.Appointment;
import parley.mail.calendar.Invitation;
import parley.mail.calendar.InvitationReader;

/// Calendars in mails, as tests read and write them.
final class CalendarMails {

  private CalendarMails() {}

  /// What a customer's calendar answers to an invitation.
  ///
  /// @param answer PARTSTAT
  static String answer(Appointment to, String answer, String from) {
    return """
    BEGIN:VCALENDAR
    PRODID:-//Example//Calendar//EN
    VERSION:2.0
    METHOD:REPLY
    BEGIN:VEVENT
    UID:%s
    SEQUENCE:%d
    DTSTAMP:20260101T000000Z
    ATTENDEE;PARTSTAT=%s:mailto:%s
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(to.id(), to.sequence(), answer, from)
        .replace("\n", "\r\n");
  }

  static Invitation invitation(MimeMessage mail) throws Exception {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    mail.writeTo(raw);
    Matcher part =
        Pattern.compile(
                "text/calendar;[^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n([A-Za-z0-9+/=\\r\\n]+)")
            .matcher(raw.toString(StandardCharsets.UTF_8));
    assertTrue(part.find(), "no calendar in the mail");
    String calendar =
        new String(Base64.getMimeDecoder().decode(part.group(1)), StandardCharsets.UTF_8);
    return InvitationReader.read(calendar, "").orElseThrow();
  }
}
