package parley.mail.reply;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;

/// Writes a reply as the bytes that are sent. Header injection is impossible: what goes into a
/// header is a value type that holds no line's end.
///
/// Stateless; any thread.
public final class ReplyWriter {

  /// The thread's first mail and its newest ones: some servers refuse longer headers.
  private static final int MOST_REFERENCES = 20;

  private final Session session = Session.getInstance(new Properties());

  /// @throws UncheckedIOException where a file to enclose cannot be read
  public byte[] write(Reply reply) {
    try {
      MimeMessage mail = new NamedMessage(session, reply.id());
      addresses(mail, reply);
      mail.setSubject(ReplySubject.of(reply.answered().subject(), reply.token()), "UTF-8");
      mail.setSentDate(Date.from(reply.at()));
      thread(mail, reply);
      if (!reply.instance().isEmpty()) {
        mail.setHeader("Auto-Submitted", "auto-replied");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("X-Parley-Reply", reply.instance());
      }
      mail.setContent(content(reply));
      mail.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      mail.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("A reply of valid parts cannot be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException("A file for a reply cannot be read", e);
    }
  }

  private static void addresses(MimeMessage mail, Reply reply)
      throws MessagingException, IOException {
    mail.setFrom(address(reply.from()));
    mail.setRecipient(Message.RecipientType.TO, address(reply.to()));
    if (!reply.replyTo().key().equals(reply.from().key())) {
      mail.setReplyTo(new InternetAddress[] {address(reply.replyTo())});
    }
  }

  static InternetAddress address(MailAddress address) throws IOException {
    InternetAddress written = new InternetAddress();
    written.setAddress(address.address());
    if (!address.name().isEmpty()) {
      written.setPersonal(address.name(), "UTF-8");
    }
    return written;
  }

  private static void thread(MimeMessage mail, Reply reply) throws MessagingException {
    List<MessageId> references = new ArrayList<>(reply.answered().references());
    if (references.isEmpty()) {
      references.addAll(reply.answered().inReplyTo());
    }
    reply
        .answered()
        .id()
        .ifPresent(id -> {
          references.remove(id);
          references.add(id);
        });
    while (references.size() > MOST_REFERENCES) {
      references.remove(1);
    }
    if (!references.isEmpty()) {
      mail.setHeader(
          "References",
          references.stream().map(MessageId::value).collect(Collectors.joining("\r\n ")));
    }
    if (reply.answered().id().isPresent()) {
      mail.setHeader("In-Reply-To", reply.answered().id().get().value());
    }
  }

  private static MimeMultipart content(Reply reply) throws MessagingException, IOException {
    ReplyText text = new ReplyText(reply);
    MimeMultipart words = new NamedMultipart("alternative", reply.id());
    words.addBodyPart(words(text.plain(), "plain"));
    words.addBodyPart(words(text.html(), "html"));
    if (reply.enclosures().isEmpty()) {
      return words;
    }
    MimeMultipart all = new NamedMultipart("mixed", reply.id());
    MimeBodyPart first = new MimeBodyPart();
    first.setContent(words);
    all.addBodyPart(first);
    for (Enclosure enclosure : reply.enclosures()) {
      all.addBodyPart(file(enclosure));
    }
    return all;
  }

  static MimeBodyPart words(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", subtype);
    // Lines of any length and letters of any language pass every server.
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static MimeBodyPart file(Enclosure enclosure) throws MessagingException, IOException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(Files.readAllBytes(enclosure.file()), enclosure.type())));
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(MimeUtility.encodeText(enclosure.name(), "UTF-8", "B"));
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /// Has a boundary that follows from the mail's name; Jakarta Mail's own ones are new each time.
  static final class NamedMultipart extends MimeMultipart {
    NamedMultipart(String subtype, MessageId id) {
      super(subtype);
      UUID name =
          UUID.nameUUIDFromBytes((subtype + id.value()).getBytes(StandardCharsets.US_ASCII));
      contentType = "multipart/" + subtype + "; boundary=\"=_" + name + "\"";
    }
  }

  /// Keeps the Message-ID that Jakarta Mail would otherwise make up anew.
  static final class NamedMessage extends MimeMessage {
    private final MessageId id;

    NamedMessage(Session session, MessageId id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id.value());
    }
  }
}
