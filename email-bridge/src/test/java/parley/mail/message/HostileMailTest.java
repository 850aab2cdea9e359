package parley.mail.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mails that are made to break their reader. Memory is measured as what the reading thread
/// allocates, so that a slow machine changes nothing.
class HostileMailTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  private ReadMail read(InputStream raw, ReadLimits limits) {
    ReadSettings settings = new ReadSettings(limits, "", List.of());
    return new MailReader(settings).read(raw, folder.resolve("attachments"));
  }

  private void assertQuarantined(QuarantineReason reason, InputStream raw) {
    ReadMail read = read(raw, ReadLimits.DEFAULT);
    assertEquals(reason, assertInstanceOf(ReadMail.Quarantined.class, read).reason());
    assertFalse(Files.exists(folder.resolve("attachments")));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A beginning, a piece many times over, without holding all of it.
  private static InputStream repeated(String beginning, String piece, int times) {
    byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
    InputStream many =
        new SequenceInputStream(
            Collections.enumeration(
                Collections.<InputStream>nCopies(1, new RepeatingInput(bytes, times))));
    return new SequenceInputStream(stream(beginning), many);
  }

  /// The same bytes again and again. One thread.
  private static final class RepeatingInput extends InputStream {
    private final byte[] piece;
    private long left;
    private int at;

    RepeatingInput(byte[] piece, int times) {
      this.piece = piece;
      this.left = (long) piece.length * times;
    }

    @Override
    public int read() {
      if (left == 0) {
        return -1;
      }
      left--;
      int next = piece[at] & 0xff;
      at = (at + 1) % piece.length;
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int n = (int) Math.min(Math.min(length, left), piece.length - at);
      if (left == 0) {
        return -1;
      }
      System.arraycopy(piece, at, into, offset, n);
      left -= n;
      at = (at + n) % piece.length;
      return n;
    }
  }

  /// Knows how much of it was read. One thread.
  private static final class CountedInput extends FilterInputStream {
    private long bytes;

    CountedInput(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }

  private static long allocatedBy(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static final String WITH_FILE =
      """
      From: a@b.example
      Content-Type: multipart/mixed; boundary=q

      --q
      Content-Type: text/plain

      See the film.
      --q
      Content-Type: video/mp4; name=film.mp4
      Content-Transfer-Encoding: base64

      """;

  private static final String BASE64_LINE = "QUJD".repeat(19) + "\n";

  @Test
  void aMailOfFiftyMegabytesStreamsToItsFile() {
    int lines = (int) (50 * MEGABYTE / BASE64_LINE.length());
    long allocated =
        allocatedBy(() -> {
          Mail mail =
              TestMails.understood(
                  read(repeated(WITH_FILE, BASE64_LINE, lines), ReadLimits.DEFAULT));
          assertEquals(57L * lines, mail.attachments().getFirst().bytes());
          assertEquals("See the film.", mail.text().written());
        });
    assertTrue(allocated < 8 * MEGABYTE, "allocated: " + allocated);
  }

  @Test
  void aMailOfTwoHundredMegabytesIsLeftAtTheLimit() {
    int lines = (int) (200 * MEGABYTE / BASE64_LINE.length());
    CountedInput raw = new CountedInput(repeated(WITH_FILE, BASE64_LINE, lines));
    assertTrue(
        allocatedBy(() -> assertQuarantined(QuarantineReason.TOO_LARGE, raw)) < 8 * MEGABYTE);
    assertTrue(raw.bytes < 76 * MEGABYTE, "read: " + raw.bytes);
  }

  @Test
  void aLineOfAHundredMegabytesIsLeftAtTheLimit() {
    InputStream raw = repeated("From: a@b.example\n\n", "x".repeat(1000), 100_000);
    assertTrue(
        allocatedBy(() -> assertQuarantined(QuarantineReason.LINE_TOO_LONG, raw)) < 24 * MEGABYTE);
  }

  @Test
  void aHeaderOfAHundredMegabytesIsLeftAtTheLimit() {
    InputStream raw = repeated("From: a@b.example\nSubject: ", "x".repeat(1000), 100_000);
    assertTrue(
        allocatedBy(() -> assertQuarantined(QuarantineReason.HEADER_TOO_LARGE, raw))
            < 24 * MEGABYTE);
  }

  @Test
  void aPartsEndlessHeaderIsLeftAtTheLimit() {
    String head = "From: a@b.example\nContent-Type: multipart/mixed; boundary=q\n\n--q\nX-A: ";
    assertTrue(
        allocatedBy(() ->
            assertQuarantined(
                QuarantineReason.HEADER_TOO_LARGE, repeated(head, "x".repeat(1000), 50_000)))
            < 24 * MEGABYTE);
  }

  @Test
  void aHundredThousandHeadersAreLeftAtTheLimit() {
    assertQuarantined(
        QuarantineReason.HEADER_TOO_LARGE,
        repeated("From: a@b.example\n", "Received: from a by b; some time\n", 100_000));
  }

  @Test
  void tenThousandPartsAreTooMany() {
    assertQuarantined(
        QuarantineReason.TOO_MANY_PARTS,
        repeated(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=q\n\n",
            "--q\n\nx\n",
            10_000));
  }

  @Test
  void mailsInMailsAreTooDeep() {
    assertQuarantined(
        QuarantineReason.TOO_DEEP,
        repeated("From: a@b.example\n", "Content-Type: message/rfc822\n\n", 300));
  }

  @Test
  void partsInPartsAreTooDeep() {
    StringBuilder raw = new StringBuilder("From: a@b.example\n");
    for (int i = 0; i < 300; i++) {
      raw.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    assertQuarantined(QuarantineReason.TOO_DEEP, stream(raw.toString()));
  }

  @Test
  void aThousandAttachmentsAreTooMany() {
    assertQuarantined(
        QuarantineReason.TOO_MANY_ATTACHMENTS,
        repeated(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=q\n\n",
            "--q\nContent-Type: image/png\n\nx\n",
            300));
  }

  @Test
  void attachmentsBeyondTheirLimitAreNotKept() {
    ReadLimits small = new ReadLimits(MEGABYTE, 1000, 10_000, 10, 5, 5, 100, 1000);
    ReadMail read = read(repeated(WITH_FILE, BASE64_LINE, 10), small);
    assertEquals(
        QuarantineReason.ATTACHMENTS_TOO_LARGE,
        assertInstanceOf(ReadMail.Quarantined.class, read).reason());
    assertFalse(Files.exists(folder.resolve("attachments")));
  }

  @Test
  void textBeyondItsLimitIsCutAndSaysSo() {
    Mail mail =
        TestMails.understood(
            read(
                repeated("From: a@b.example\n\n", "words ".repeat(12) + "\n", 100_000),
                ReadLimits.DEFAULT));
    assertTrue(mail.text().cut());
    assertTrue(mail.text().whole().length() <= ReadLimits.DEFAULT.textCharacters());
  }

  @Test
  void nestedHtmlIsReadInOneGo() {
    Mail mail =
        TestMails.understood(
            read(
                repeated(
                    "From: a@b.example\nContent-Type: text/html\n\nHello ",
                    "<div><blockquote>\n",
                    20_000),
                ReadLimits.DEFAULT));
    assertTrue(mail.text().whole().startsWith("Hello"));
  }

  @Test
  void anEncryptedMailIsForAPerson() {
    assertQuarantined(
        QuarantineReason.ENCRYPTED,
        stream(
            "From: a@b.example\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx"));
  }

  @Test
  void whatHasNoHeadersIsNoMail() {
    assertQuarantined(QuarantineReason.NO_MAIL, stream(""));
    assertQuarantined(QuarantineReason.NO_MAIL, stream("\n\nOnly words\n"));
  }

  @Test
  void aQuarantinedMailStillTellsWhoSentIt() {
    ReadMail read =
        read(
            repeated("From: Ada <ada@b.example>\nMessage-ID: <m@b>\n\n", "x".repeat(1000), 100_000),
            ReadLimits.DEFAULT);
    assertEquals("ada@b.example", read.head().from().orElseThrow().address());
  }
}
