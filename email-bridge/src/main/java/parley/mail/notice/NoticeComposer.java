package parley.mail.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import parley.dialogue.privacy.Masking;

/// Writes a notice as a plain text mail. Nothing of the call but the masked summary is in it: mail
/// lies around in many places, and the call log has the rest.
///
/// Header injection is impossible: no header holds text of the call, and text from the settings has
/// no control characters left.
///
/// Immutable; any thread.
final class NoticeComposer {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);

  private static final int LONGEST_TEXT = 500;

  private final InternetAddress from;
  private final InternetAddress[] to;
  private final String siteName;
  private final ZoneId zone;

  /// @param to one address or several with commas between them
  /// @throws IllegalArgumentException for what is no address
  NoticeComposer(String from, String to, String siteName, ZoneId zone) {
    this.from = addresses("mail.from", from)[0];
    this.to = addresses("mail.notices-to", to);
    this.siteName = oneLine(siteName);
    this.zone = zone;
  }

  /// The same notice gets the same Message-ID each time, so that a mail server which took a mail
  /// but could not say so any more sees that it has it already.
  String messageId(Notice notice) {
    String address = from.getAddress();
    return "<notice." + notice.id() + address.substring(address.lastIndexOf('@')) + ">";
  }

  MimeMessage compose(Notice notice, Session session) throws MessagingException {
    MimeMessage mail = new NoticeMessage(session, messageId(notice));
    mail.setFrom(from);
    mail.setRecipients(Message.RecipientType.TO, to);
    mail.setSubject("[" + siteName + "] " + headline(notice.kind()), "UTF-8");
    mail.setSentDate(Date.from(notice.at()));
    // RFC 3834: no vacation notice or other robot answers this mail; Exchange wants its own header.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setText(text(notice), "UTF-8");
    mail.saveChanges();
    return mail;
  }

  private static String headline(Notice.Kind kind) {
    return switch (kind) {
      case CALLBACK_PROMISED -> "A caller was promised a call back";
      case CALL_UNANSWERED -> "A caller could not reach anybody";
    };
  }

  private String text(Notice notice) {
    String number = notice.number().known() ? notice.number().toString() : "withheld";
    return """
    %s.

    When:    %s
    Number:  %s
    Reason:  %s
    Matter:  %s
    Call:    %s

    The whole number and the conversation: ./parley calls show %s

    Parley wrote this mail by itself; nobody reads answers to it.
    """
        .formatted(
            headline(notice.kind()),
            WHEN.format(notice.at().atZone(zone)),
            number,
            orDash(Masking.mask(oneLine(notice.reason()))),
            orDash(Masking.mask(oneLine(notice.summary().text()))),
            notice.call(),
            notice.call());
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }

  /// Without control, format and other invisible characters, which break lines or turn text around.
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  private static InternetAddress[] addresses(String key, String text) {
    try {
      InternetAddress[] parsed = InternetAddress.parse(text, true);
      for (InternetAddress address : parsed) {
        address.validate();
        if (!address.getAddress().contains("@")) {
          throw new AddressException("it has no domain");
        }
      }
      if (parsed.length == 0) {
        throw new AddressException("it is empty");
      }
      return parsed;
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          key + " is no mail address (" + e.getMessage() + "): write name@example.com", e);
    }
  }

  /// Keeps the Message-ID that Jakarta Mail would otherwise make up anew.
  private static final class NoticeMessage extends MimeMessage {
    private final String id;

    NoticeMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
