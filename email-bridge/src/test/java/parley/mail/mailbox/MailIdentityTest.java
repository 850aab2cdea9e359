package parley.mail.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailIdentityTest {

  private static final String MAIL =
      "Message-ID: <a@b.test>\r\nFrom: Ann <ann@b.test>\r\nSubject: Hi\r\n\r\nWhere is it?\r\n";

  @TempDir Path folder;

  @Test
  void whatServersPutBeforeAMailChangesNothing() throws IOException {
    MailIdentity first = of("Received: from one; Sat, 28 Nov 2026 07:00:00 +0000\r\n" + MAIL);
    MailIdentity second =
        of(
            "Return-Path: <ann@b.test>\r\nReceived: from other; Sat, 28 Nov 2026 07:05:00\r\n"
                + MAIL);

    assertEquals(first, second);
    assertEquals("<a@b.test>", first.messageId());
  }

  @Test
  void theSameMessageIdOnOtherWordsIsAnotherMail() throws IOException {
    assertNotEquals(of(MAIL).value(), of(MAIL.replace("Where", "When")).value());
  }

  @Test
  void aMailWithoutMessageIdIsKnownByTheRest() throws IOException {
    String without = MAIL.substring(MAIL.indexOf("From"));

    assertEquals("", of(without).messageId());
    assertEquals(of(without), of("Received: from one\r\n" + without));
    assertNotEquals(of(without).value(), of(without.replace("Hi", "Ho")).value());
  }

  @Test
  void aHeaderWithoutEndIsHashedAsItIs() throws IOException {
    String endless = "X: " + "x".repeat(2 << 20);

    assertEquals("", of(endless).messageId());
    assertEquals(of(endless), of(endless));
    assertNotEquals(of(endless).value(), of(endless + "y").value());
  }

  private MailIdentity of(String mail) throws IOException {
    return MailIdentity.of(
        Files.write(folder.resolve("mail.eml"), mail.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
