package parley.server.bench.mail;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The customers' way to the shop: SMTP over one connection, for greeting each other costs more
/// than a mail. Thread: one.
final class ShopLine implements AutoCloseable {

  /// Base64 makes four bytes of three, and ends lines.
  private static final long FILE_BYTES_A_MEGABYTE = 1_000_000L * 57 / 78;

  private final Session session;
  private @Nullable Transport line;

  ShopLine(int port) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(port));
    session = Session.getInstance(properties);
  }

  /// @param megabytes of the mail with a file; 0: without one
  void send(int customer, String words, int megabytes) {
    try {
      MimeMessage mail = new MimeMessage(session);
      mail.setFrom(ShopMail.customer(customer));
      mail.setRecipients(Message.RecipientType.TO, ShopMail.SHOP);
      mail.setSubject("My question no. " + customer);
      if (megabytes == 0) {
        mail.setText(words, "UTF-8");
      } else {
        mail.setContent(withFile(words, megabytes));
      }
      mail.saveChanges();
      connected().sendMessage(mail, mail.getAllRecipients());
    } catch (MessagingException e) {
      throw new IllegalStateException("The mail server of the bench takes no mail", e);
    }
  }

  private Transport connected() throws MessagingException {
    Transport open = line;
    if (open == null || !open.isConnected()) {
      open = session.getTransport("smtp");
      open.connect();
      line = open;
    }
    return open;
  }

  private static MimeMultipart withFile(String words, int megabytes) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(words, "UTF-8");
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(new DataHandler(new Noughts(megabytes * FILE_BYTES_A_MEGABYTE)));
    file.setFileName("drawing.bin");
    file.setDisposition(Part.ATTACHMENT);
    file.setHeader("Content-Transfer-Encoding", "base64");
    return new MimeMultipart("mixed", text, file);
  }

  @Override
  public void close() {
    Transport open = line;
    line = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException _) {
        // The server may be gone already.
      }
    }
  }

  /// A file that takes no room here.
  private record Noughts(long bytes) implements DataSource {

    @Override
    public InputStream getInputStream() {
      return new InputStream() {
        private long left = bytes;

        @Override
        public int read() {
          return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          int given = (int) Math.min(length, left);
          Arrays.fill(into, offset, offset + given, (byte) 0);
          left -= given;
          return given > 0 || length == 0 ? given : -1;
        }
      };
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException("It is only read");
    }

    @Override
    public String getContentType() {
      return "application/octet-stream";
    }

    @Override
    public String getName() {
      return "drawing.bin";
    }
  }
}
