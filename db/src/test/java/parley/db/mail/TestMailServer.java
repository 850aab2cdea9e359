package parley.db.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import parley.config.MailboxSettings;
import parley.config.MailboxSettings.Mark;
import parley.config.MailboxSettings.Old;
import parley.config.MailboxSettings.Server;
import parley.config.MailboxSettings.Tls;
import parley.config.Secret;

/// A real mail server on free ports of this machine, with a shop's mailbox, its people's and a
/// customer's.
final class TestMailServer implements AutoCloseable {

  static final String SHOP = "support@shop.test";
  static final String PEOPLE = "people@shop.test";
  static final String CUSTOMER = "carla@customer.test";

  private final GreenMail mail;

  TestMailServer() {
    mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    mail.withConfiguration(
        new GreenMailConfiguration()
            .withUser(SHOP, SHOP, "pass")
            .withUser(PEOPLE, PEOPLE, "pass")
            .withUser(CUSTOMER, CUSTOMER, "pass"));
    mail.start();
  }

  MailboxSettings mailbox() {
    return mailbox(null);
  }

  /// @param dkim how what goes out is signed; null: not
  MailboxSettings mailbox(MailboxSettings.@Nullable Dkim dkim) {
    return new MailboxSettings(
        "shop",
        SHOP,
        PEOPLE,
        new Server("127.0.0.1", mail.getImap().getPort(), Tls.NONE),
        new Server("127.0.0.1", mail.getSmtp().getPort(), Tls.NONE),
        SHOP,
        new Secret("pass"),
        null,
        "INBOX",
        Mark.SEEN,
        "Parley",
        Old.UNREAD,
        true,
        dkim,
        null);
  }

  /// The only mail of somebody's INBOX, byte for byte as IMAP gives it.
  byte[] fetched(String user) throws MessagingException, IOException {
    try (Store store = mail.getImap().createStore()) {
      store.connect(user, "pass");
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      inbox.getMessage(1).writeTo(bytes);
      return bytes.toByteArray();
    }
  }

  /// A new mail that is to be sent over SMTP.
  MimeMessage mail(String from, String to, String subject, String text) throws MessagingException {
    MimeMessage message = new MimeMessage(session());
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject);
    message.setText(text, "UTF-8");
    return message;
  }

  /// The same mail with a file of a few bytes.
  MimeMessage withFile(MimeMessage message, String name, String type)
      throws MessagingException, IOException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText((String) message.getContent(), "UTF-8");
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(
        new DataHandler(new ByteArrayDataSource(new byte[] {'#', '!', 'A', 'M', 'R'}, type)));
    file.setFileName(name);
    message.setContent(new MimeMultipart("mixed", text, file));
    return message;
  }

  void send(MimeMessage message) throws MessagingException {
    Transport.send(message);
  }

  /// Once more the same mail, its Message-ID included.
  void sendAsItIs(MimeMessage message) throws MessagingException {
    try (Transport transport = session().getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private Session session() {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(mail.getSmtp().getPort()));
    return Session.getInstance(properties);
  }

  long uidValidity(String user) {
    return folder(user).getUidValidity();
  }

  private com.icegreen.greenmail.store.MailFolder folder(String user) {
    try {
      return mail.getManagers()
          .getImapHostManager()
          .getInbox(mail.getUserManager().getUserByEmail(user));
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What lies in somebody's INBOX.
  List<MimeMessage> inbox(String user) {
    return folder(user).getMessages().stream()
        .map(com.icegreen.greenmail.store.StoredMessage::getMimeMessage)
        .toList();
  }

  /// One of our mails as HTML.
  static String html(MimeMessage mail) throws Exception {
    return (String) ((jakarta.mail.Multipart) mail.getContent()).getBodyPart(1).getContent();
  }

  /// The plain words of one of our mails.
  static String text(MimeMessage mail) throws Exception {
    return (String) ((jakarta.mail.Multipart) mail.getContent()).getBodyPart(0).getContent();
  }

  GreenMail server() {
    return mail;
  }

  @Override
  public void close() {
    mail.stop();
  }
}
