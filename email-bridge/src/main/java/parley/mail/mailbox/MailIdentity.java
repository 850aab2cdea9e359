package parley.mail.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;

/// By what a mail is known again: what its sender wrote, and not what servers put before it. A mail
/// that was delivered twice, moved away and back, or renumbered by its server is the same mail; two
/// mails of a broken program with the same Message-ID are two.
///
/// @param value a hash, as hexadecimal digits
/// @param messageId with its brackets; empty where there is none
/// @param sender the address of From in lower case; empty where none can be read
record MailIdentity(String value, String messageId, String sender) {

  private static final List<String> HEADERS = List.of("Message-ID", "Date", "From", "Subject");

  /// A longer header is no header of a mail that somebody wrote; it is then hashed as it is.
  private static final int LONGEST_HEADER = 1 << 20;

  private static final int PIECE = 64 * 1024;

  /// Reads the file once, in pieces.
  static MailIdentity of(Path file) throws IOException {
    MessageDigest digest = sha256();
    String messageId = "";
    String sender = "";
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), PIECE)) {
      in.mark(LONGEST_HEADER + PIECE);
      InternetHeaders headers = headers(new Beginning(in, LONGEST_HEADER));
      if (headers == null) {
        in.reset();
      } else {
        for (String name : HEADERS) {
          String value = headers.getHeader(name, " ");
          digest.update(
              ((value == null ? "" : value.strip()) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        messageId = messageId(headers);
        sender = sender(headers);
      }
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
      }
    }
    return new MailIdentity(HexFormat.of().formatHex(digest.digest()), messageId, sender);
  }

  /// Null when there is no end of it in sight.
  private static @Nullable InternetHeaders headers(Beginning in) throws IOException {
    try {
      InternetHeaders headers = new InternetHeaders(in);
      return in.exceeded() ? null : headers;
    } catch (MessagingException broken) {
      return null;
    }
  }

  private static String messageId(InternetHeaders headers) {
    String value = headers.getHeader("Message-ID", " ");
    return MessageId.all(value == null ? "" : value).stream()
        .findFirst()
        .map(MessageId::value)
        .orElse("");
  }

  private static String sender(InternetHeaders headers) {
    String value = headers.getHeader("From", ",");
    return MailAddress.all(value == null ? "" : value).stream()
        .findFirst()
        .map(from -> from.address().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// A stream's beginning: it ends early rather than fill the memory.
  private static final class Beginning extends InputStream {
    private final InputStream in;
    private int left;

    Beginning(InputStream in, int most) {
      this.in = in;
      this.left = most;
    }

    boolean exceeded() {
      return left <= 0;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? in.read() : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int read = left > 0 ? in.read(to, offset, Math.min(length, left)) : -1;
      left -= Math.max(0, read);
      return read;
    }
  }
}
