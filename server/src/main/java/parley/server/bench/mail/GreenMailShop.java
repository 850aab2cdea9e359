package parley.server.bench.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// A mail server in memory, on free ports of this machine. Thread: one.
final class GreenMailShop implements ShopMail {

  private final GreenMail mail;
  private final ShopLine line;

  GreenMailShop(int customers) {
    mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    mail.start();
    line = new ShopLine(mail.getSmtp().getPort());
    var _ = mail.setUser(SHOP, SHOP, PASSWORD);
    for (int number = 0; number < customers; number++) {
      String address = ShopMail.customer(number);
      var _ = mail.setUser(address, address, PASSWORD);
    }
  }

  @Override
  public void send(int customer, String words) {
    line.send(customer, words, 0);
  }

  @Override
  public void send(int customer, String words, int megabytes) {
    line.send(customer, words, megabytes);
  }

  /// Puts mails that were read long ago into the shop's mailbox.
  void fill(int mails) {
    try {
      MailFolder inbox = inbox(SHOP);
      Session session = Session.getInstance(new Properties());
      Date longAgo = Date.from(Instant.EPOCH);
      for (int number = 0; number < mails; number++) {
        MimeMessage old = new MimeMessage(session);
        old.setFrom(ShopMail.customer(0));
        old.setSubject("Old question no. " + number);
        old.setText("It was answered.");
        old.saveChanges();
        long _ = inbox.appendMessage(old, new Flags(Flags.Flag.SEEN), longAgo);
      }
    } catch (FolderException | MessagingException e) {
      throw new IllegalStateException("The shop's mailbox cannot be filled", e);
    }
  }

  @Override
  public int replies(int customer) {
    try {
      return inbox(ShopMail.customer(customer)).getMessageCount();
    } catch (FolderException e) {
      throw new IllegalStateException("A customer's mailbox is gone", e);
    }
  }

  private MailFolder inbox(String address) throws FolderException {
    GreenMailUser user = mail.getUserManager().getUserByEmail(address);
    return mail.getManagers().getImapHostManager().getInbox(user);
  }

  @Override
  public Map<String, String> settings() {
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
    settings.put(box + "smtp-port", Integer.toString(mail.getSmtp().getPort()));
    settings.put(box + "smtp-tls", "none");
    return settings;
  }

  @Override
  public void close() {
    line.close();
    mail.stop();
  }
}
