package parley.mail.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Raw mails for tests: those beside the tests as files, and ones made of lines.
public final class TestMails {

  private TestMails() {}

  /// @param name of a file in the test resources' folder `mails`
  public static byte[] file(String name) {
    try (InputStream in = TestMails.class.getResourceAsStream("/mails/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no mail " + name + " in the test resources");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The raw bytes of lines that end as in mail.
  public static byte[] bytes(String lines) {
    return bytes(lines, StandardCharsets.UTF_8);
  }

  static byte[] bytes(String lines, Charset charset) {
    return lines.replace("\n", "\r\n").getBytes(charset);
  }

  static Mail understood(ReadMail read) {
    if (read instanceof ReadMail.Understood(Mail mail)) {
      return mail;
    }
    throw new AssertionError("Not understood: " + read);
  }

  /// Reads a mail that must be understood.
  public static Mail read(byte[] raw, Path folder) {
    return read(raw, folder, ReadSettings.DEFAULT);
  }

  static Mail read(byte[] raw, Path folder, ReadSettings settings) {
    return understood(new MailReader(settings).read(new ByteArrayInputStream(raw), folder));
  }
}
