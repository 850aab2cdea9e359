package parley.mail.reply;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import parley.mail.header.OneLine;

/// Writes a mail that answers none as the bytes that are sent. The calendar is there twice, as
/// every calendar program does it: beside the text, where programs take it for an invitation (RFC
/// 6047), and as a file for those that only know files.
///
/// Stateless; any thread.
public final class AnnouncementWriter {

  private static final int LONGEST_SUBJECT = 150;

  private final Session session = Session.getInstance(new Properties());

  public byte[] write(Announcement what) {
    try {
      MimeMessage mail = new ReplyWriter.NamedMessage(session, what.id());
      mail.setFrom(ReplyWriter.address(what.from()));
      mail.setRecipient(Message.RecipientType.TO, ReplyWriter.address(what.to()));
      mail.setSubject(OneLine.of(what.subject(), LONGEST_SUBJECT), "UTF-8");
      mail.setSentDate(Date.from(what.at()));
      mail.setHeader("Auto-Submitted", "auto-generated");
      // Not "All": Exchange would keep back the answer to an invitation, too.
      mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
      mail.setHeader("X-Parley-Reply", what.instance());
      mail.setContent(content(what));
      mail.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      mail.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("A mail of valid parts cannot be written", e);
    }
  }

  private static MimeMultipart content(Announcement what) throws MessagingException {
    MimeMultipart words = new ReplyWriter.NamedMultipart("alternative", what.id());
    words.addBodyPart(ReplyWriter.words(what.text(), "plain"));
    if (what.calendar().isEmpty()) {
      return words;
    }
    words.addBodyPart(calendar(what, "text/calendar; charset=UTF-8; method=" + what.method()));
    MimeMultipart all = new ReplyWriter.NamedMultipart("mixed", what.id());
    MimeBodyPart first = new MimeBodyPart();
    first.setContent(words);
    all.addBodyPart(first);
    MimeBodyPart file = calendar(what, "application/ics");
    file.setDisposition(Part.ATTACHMENT);
    file.setFileName("invite.ics");
    all.addBodyPart(file);
    return all;
  }

  private static MimeBodyPart calendar(Announcement what, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    byte[] bytes = what.calendar().getBytes(StandardCharsets.UTF_8);
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }
}
