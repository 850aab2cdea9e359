package parley.mail.reply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.header.ThreadToken;
import parley.mail.message.Mail;
import parley.mail.message.TestMails;

/// Replies as bytes, read again by Jakarta Mail and by our own reader.
class ReplyWriterTest {

  private static final ThreadToken TOKEN = new ThreadToken("7k3m9x2q4d5e");
  private static final MailAddress SUPPORT =
      new MailAddress("support@shop.example", "Käthe's Shop");

  @TempDir private Path folder;

  private Mail question() {
    return TestMails.read(
        TestMails.bytes(
            """
            From: Jörg Öztürk <joerg@post.example>
            To: support@shop.example
            Subject: AW: Lieferung\t<b>dringend</b>
            Message-ID: <m3@post.example>
            In-Reply-To: <m2@shop.example>
            References: <m1@post.example> <m2@shop.example>
            Date: Fri, 27 Nov 2026 23:30:00 +0000
            Content-Type: text/plain; charset=utf-8

            Wann kommt mein Paket?
            <script>alert(1)</script>
            """),
        folder);
  }

  private Reply reply(Mail mail, String text, String instance, List<Enclosure> enclosures) {
    return new Reply(
        new MessageId("<r1@parley.shop.example>"),
        SUPPORT,
        TOKEN.in(SUPPORT),
        mail.head().from().orElseThrow(),
        mail.head(),
        Optional.of(TOKEN),
        text,
        List.of(
            new Citation(
                "Versand & Kosten", Optional.of(URI.create("https://shop.example/v?a=1&b=2"))),
            new Citation("Handbuch", Optional.empty()),
            new Citation("Falle", Optional.of(URI.create("javascript:alert(1)")))),
        mail.text().written(),
        "de",
        Instant.parse("2026-11-28T08:00:00Z"),
        ZoneId.of("Europe/Berlin"),
        instance,
        enclosures);
  }

  private byte[] answered() {
    return new ReplyWriter()
        .write(
            reply(
                question(),
                "Ihr Paket kommt am Montag.\n\nWir <prüfen> das.",
                "shop-1",
                List.of()));
  }

  private static MimeMessage parsed(byte[] raw) throws Exception {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
  }

  private static String part(byte[] raw, int index) throws Exception {
    Multipart parts = (Multipart) parsed(raw).getContent();
    return String.valueOf(parts.getBodyPart(index).getContent()).replace("\r\n", "\n");
  }

  @Test
  void itsHeadersJoinTheThreadAndSayThatAMachineWrote() throws Exception {
    MimeMessage mail = parsed(answered());
    assertEquals("<r1@parley.shop.example>", mail.getMessageID());
    assertEquals("<m3@post.example>", mail.getHeader("In-Reply-To", null));
    assertEquals(
        "<m1@post.example> <m2@shop.example> <m3@post.example>",
        mail.getHeader("References", null).replaceAll("\\s+", " "));
    assertEquals("Re: Lieferung <b>dringend</b> [P-7K3M-9X2Q-4D5E]", mail.getSubject());
    assertEquals("auto-replied", mail.getHeader("Auto-Submitted", null));
    assertEquals("shop-1", mail.getHeader("X-Parley-Reply", null));
    assertTrue(mail.getReplyTo()[0].toString().contains("support+p-7k3m9x2q4d5e@shop.example"));
    assertEquals(1, mail.getAllRecipients().length);
  }

  @Test
  void itsPlainTextHasAnswerSourcesAndQuestion() throws Exception {
    assertEquals(
        """
        Ihr Paket kommt am Montag.

        Wir <prüfen> das.

        - Versand & Kosten: https://shop.example/v?a=1&b=2
        - Handbuch
        - Falle

        Am 28. November 2026 schrieben Sie:
        > Wann kommt mein Paket?
        > <script>alert(1)</script>
        """,
        part(answered(), 0));
  }

  @Test
  void itsHtmlIsEscapedAndLinksOnlyPages() throws Exception {
    String html = part(answered(), 1);
    assertTrue(html.contains("<p>Wir &lt;prüfen&gt; das.</p>"), html);
    assertTrue(
        html.contains("<a href=\"https://shop.example/v?a=1&amp;b=2\">Versand &amp; Kosten</a>"),
        html);
    assertTrue(html.contains("<li>Falle</li>"), html);
    assertFalse(html.contains("<script"), html);
    assertTrue(html.contains("<html lang=\"de\">"), html);
  }

  @Test
  void theSameReplyIsTheSameBytes() {
    assertArrayEquals(answered(), answered());
  }

  @Test
  void ourReaderFindsTheAnswerAndTheThreadInIt() {
    Mail read = TestMails.read(answered(), folder);
    assertEquals("shop-1", read.robot().parley());
    assertEquals(Optional.of(TOKEN), read.head().token());
    assertTrue(read.text().written().startsWith("Ihr Paket kommt am Montag.\n\nWir <prüfen> das."));
    assertFalse(read.text().written().contains("Wann kommt"));
  }

  @Test
  void aPersonsAnswerSaysNothingOfMachines() throws Exception {
    MimeMessage mail =
        parsed(new ReplyWriter().write(reply(question(), "Guten Tag", "", List.of())));
    assertEquals(null, mail.getHeader("Auto-Submitted", null));
    assertEquals(null, mail.getHeader("X-Parley-Reply", null));
  }

  @Test
  void aFileGoesOutWithIt() throws Exception {
    Path label = Files.writeString(folder.resolve("label"), "%PDF-1.4 label");
    Enclosure enclosure =
        new Enclosure("Rück\r\nBcc: x@y.example/label.pdf", "application/pdf", label);
    byte[] raw =
        new ReplyWriter()
            .write(reply(question(), "Anbei das Etikett.", "shop-1", List.of(enclosure)));
    Mail read = TestMails.read(raw, folder.resolve("in"));
    assertEquals("label.pdf", read.attachments().getFirst().name());
    assertEquals("%PDF-1.4 label", Files.readString(read.attachments().getFirst().file()));
  }

  @Test
  void noHeaderCanBeInjected() {
    String evil = "x\r\nBcc: victim@post.example\r\n\r\nbody";
    Mail mail =
        TestMails.read(
            TestMails.bytes(
                "From: =?utf-8?Q?Eve=0D=0ABcc=3A_victim=40post.example?= <eve@post.example>\n"
                    + "Subject: =?utf-8?B?"
                    + java.util.Base64.getEncoder()
                        .encodeToString(evil.getBytes(StandardCharsets.UTF_8))
                    + "?=\nMessage-ID: <m@post.example>\n\nHi\n"),
            folder);
    String raw =
        new String(
            new ReplyWriter().write(reply(mail, evil, "shop-1", List.of())),
            StandardCharsets.UTF_8);
    String head = raw.substring(0, raw.indexOf("\r\n\r\n"));
    assertFalse(head.lines().anyMatch(line -> line.startsWith("Bcc")), head);
    assertThrows(IllegalArgumentException.class, () -> new MessageId("<a@b>\r\nBcc: c@d.example"));
    assertThrows(
        IllegalArgumentException.class, () -> MailAddress.of("a@b.example\r\nBcc: c@d.example"));
  }
}
