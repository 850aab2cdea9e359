package parley.server.bench.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A mail server in memory, on free ports of this machine, with a shop's mailbox and one for each
/// customer. Thread: one sends; any else.
final class BenchMailServer implements AutoCloseable {

  static final String SHOP = "support@shop.test";
  static final String PASSWORD = "bench";

  private final GreenMail mail;
  private final ServerSetup smtp;
  private final Session session;
  private @Nullable Transport line;

  BenchMailServer(int customers) {
    mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    mail.start();
    smtp = new ServerSetup(mail.getSmtp().getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(smtp.getPort()));
    session = Session.getInstance(properties);
    var _ = mail.setUser(SHOP, SHOP, PASSWORD);
    for (int number = 0; number < customers; number++) {
      var _ = mail.setUser(customer(number), customer(number), PASSWORD);
    }
  }

  static String customer(int number) {
    return "customer" + number + "@customers.test";
  }

  /// Over one connection: greeting each other costs more than a mail.
  void send(int customer, String words) {
    try {
      Transport open = line;
      if (open == null || !open.isConnected()) {
        open = session.getTransport("smtp");
        open.connect();
        line = open;
      }
      MimeMessage mail = new MimeMessage(session);
      mail.setFrom(customer(customer));
      mail.setRecipients(Message.RecipientType.TO, SHOP);
      mail.setSubject("My question no. " + customer);
      mail.setText(words, "UTF-8");
      mail.saveChanges();
      open.sendMessage(mail, mail.getAllRecipients());
    } catch (MessagingException e) {
      throw new IllegalStateException("The mail server of the bench takes no mail", e);
    }
  }

  /// How many replies lie in a customer's mailbox.
  int replies(int customer) {
    GreenMailUser user = mail.getUserManager().getUserByEmail(customer(customer));
    try {
      return mail.getManagers().getImapHostManager().getInbox(user).getMessageCount();
    } catch (FolderException e) {
      throw new IllegalStateException("A customer's mailbox is gone", e);
    }
  }

  /// The settings of a Parley that answers the shop's mailbox.
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    String box = "mail.mailboxes[0].";
    settings.put(box + "enabled", "true");
    settings.put(box + "name", "shop");
    settings.put(box + "address", SHOP);
    settings.put(box + "user", SHOP);
    settings.put(box + "password", PASSWORD);
    settings.put(box + "imap-host", "127.0.0.1");
    settings.put(box + "imap-port", Integer.toString(mail.getImap().getPort()));
    settings.put(box + "imap-tls", "none");
    settings.put(box + "smtp-host", "127.0.0.1");
    settings.put(box + "smtp-port", Integer.toString(smtp.getPort()));
    settings.put(box + "smtp-tls", "none");
    return settings;
  }

  @Override
  public void close() {
    mail.stop();
  }
}
