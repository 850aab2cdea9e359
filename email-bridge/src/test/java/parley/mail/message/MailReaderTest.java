package parley.mail.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.mail.attachment.Attachment;
import parley.mail.header.MailAddress;

/// A plain mail, from its bytes to what it is.
class MailReaderTest {

  private static final String ORDINARY =
      """
      Return-Path: <nora.fielding@example.net>
      From: =?utf-8?Q?Nora_Fieldi?= =?utf-8?Q?ng?= <nora.fielding@Example.NET>
      To: Support <support+p-7k3m9x2q4d5e@shop.example>
      Cc: "Fielding, Tom" <tom@example.net>
      Subject: Re: Order 5521
      Message-ID: <a1@example.net>
      In-Reply-To: <q9@shop.example>
      References: <q1@shop.example>
       <q9@shop.example>
      Date: Fri, 27 Nov 2026 09:15:00 +0100
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=zz

      --zz
      Content-Type: text/plain; charset=utf-8

      The kettle came without a lid.

      --zz
      Content-Type: application/pdf; name="../../etc/receipt.pdf"
      Content-Transfer-Encoding: base64

      JVBERi0xLjQ=
      --zz--
      """;

  @TempDir private Path folder;

  private Mail mail() {
    return TestMails.read(TestMails.bytes(ORDINARY), folder.resolve("m1"));
  }

  @Test
  void itsHeadTellsWhoWroteToWhomInWhichThread() {
    MailHead head = mail().head();
    assertEquals("<a1@example.net>", head.id().orElseThrow().value());
    assertEquals("<q9@shop.example>", head.inReplyTo().getFirst().value());
    assertEquals(2, head.references().size());
    assertEquals("7k3m9x2q4d5e", head.token().orElseThrow().value());
    assertEquals(
        new MailAddress("nora.fielding@example.net", "Nora Fielding"), head.from().orElseThrow());
    assertEquals("Fielding, Tom", head.cc().getFirst().name());
    assertEquals("Re: Order 5521", head.subject());
    assertEquals(Instant.parse("2026-11-27T08:15:00Z"), head.date().orElseThrow());
  }

  @Test
  void itsWordsAreItsText() {
    Mail mail = mail();
    assertEquals("The kettle came without a lid.", mail.text().written());
    assertEquals(new MailKind.Ordinary(), mail.kind());
  }

  @Test
  void itsAttachmentIsKeptUnderANameOfOurs() throws IOException {
    List<Attachment> attachments = mail().attachments();
    Attachment receipt = attachments.getFirst();
    assertEquals("receipt.pdf", receipt.name());
    assertEquals(Attachment.Form.PDF, receipt.form());
    assertEquals(8, receipt.bytes());
    assertEquals(folder.resolve("m1").resolve("1"), receipt.file());
    assertTrue(Files.readString(receipt.file()).startsWith("%PDF-1.4"));
  }
}
