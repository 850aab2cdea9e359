package parley.mail.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.mail.message.ReadMail;

/// Mails broken at random, always the same ones: bytes changed, lines lost, doubled and mixed, and
/// pieces put in that break parsers. Whatever comes out, nothing is thrown and no limit is
/// exceeded.
class BrokenMailsTest {

  private static final int MAILS = 200;

  private static final List<String> PIECES =
      List.of(
          "\r\n\r\n",
          "--q\r\n",
          "Content-Type: multipart/mixed; boundary=q\r\n",
          "Content-Type: message/rfc822\r\n\r\n",
          "Content-Transfer-Encoding: base64\r\n",
          "Content-Transfer-Encoding: quoted-printable\r\n",
          "=?utf-8?B?/////w==?=",
          "=?x?Q?=0D=0ABcc: v@x.example?=",
          "<<<>>>@@",
          "filename*1*=%ZZ; filename*=utf-8''%0d%0a",
          "\u0000\u0001\u007f",
          ";;;===\"\"\"(((",
          "From: ",
          "> > > ",
          "BEGIN:VEVENT\r\nDTSTART;TZID=x:99999999T999999\r\n",
          "<div style='display:none'><blockquote>",
          "charset=\"",
          "Date: Fri, 99 Zzz 0000 99:99:99 +9999\r\n");

  @TempDir private Path folder;

  @Test
  void nothingThatIsBrokenBreaksTheReader() {
    List<byte[]> corpus = MailFuzz.corpus("mails");
    Random random = new Random(20261128);
    int understood = 0;
    for (int i = 0; i < MAILS; i++) {
      byte[] broken = broken(corpus, random);
      try {
        understood +=
            MailFuzz.run(broken, folder.resolve("m")) instanceof ReadMail.Understood ? 1 : 0;
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("mail " + i + ":\n" + text(broken), e);
      }
    }
    // Broken mails are still mails: a reader that gives up on most of them is of no use.
    assertTrue(understood > MAILS * 8 / 10, "understood: " + understood);
  }

  @Test
  void whatOnceBrokeAReaderDoesNotBreakThisOne() {
    for (byte[] raw : MailFuzz.corpus("broken-mails")) {
      MailFuzz.run(raw, folder.resolve("m"));
    }
  }

  private static String text(byte[] raw) {
    return new String(raw, StandardCharsets.ISO_8859_1);
  }

  private static byte[] broken(List<byte[]> corpus, Random random) {
    String mail = text(corpus.get(random.nextInt(corpus.size())));
    int steps = 1 + random.nextInt(8);
    for (int i = 0; i < steps; i++) {
      mail = step(mail, corpus, random);
    }
    return mail.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String step(String mail, List<byte[]> corpus, Random random) {
    int at = random.nextInt(mail.length() + 1);
    int to = Math.min(mail.length(), at + random.nextInt(200));
    return switch (random.nextInt(6)) {
      case 0 ->
          mail.substring(0, at)
              + (char) random.nextInt(256)
              + mail.substring(Math.min(at + 1, mail.length()));
      case 1 -> mail.substring(0, at) + mail.substring(to);
      case 2 -> mail.substring(0, to) + mail.substring(at);
      case 3 ->
          mail.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + mail.substring(at);
      case 4 -> mixed(mail, text(corpus.get(random.nextInt(corpus.size()))), random);
      default -> mail.substring(0, Math.max(1, at));
    };
  }

  private static String mixed(String mail, String other, Random random) {
    List<String> lines = Arrays.asList(other.split("\n"));
    int from = random.nextInt(lines.size());
    int to = Math.min(lines.size(), from + random.nextInt(12));
    int at = mail.indexOf('\n', random.nextInt(mail.length() + 1)) + 1;
    return mail.substring(0, at)
        + String.join("\n", lines.subList(from, to))
        + "\n"
        + mail.substring(at);
  }
}
