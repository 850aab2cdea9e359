package parley.mail.notice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeComposerTest {

  private static final Session SESSION = Session.getInstance(new Properties());

  private static MimeMessage composed(NoticeComposer composer, Notice notice) throws Exception {
    var bytes = new ByteArrayOutputStream();
    composer.compose(notice, SESSION).writeTo(bytes);
    return new MimeMessage(SESSION, new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void mailSaysWhatHappenedAndWhereTheRestIs() throws Exception {
    Notice notice = TestNotices.notice();
    MimeMessage mail = composed(TestNotices.composer(), notice);
    assertEquals("[Blue Lake] A caller was promised a call back", mail.getSubject());
    assertEquals(
        """
        A caller was promised a call back.

        When:    Monday, 2 March 2026, 10:00 (Europe/Berlin)
        Number:  *********19
        Reason:  no agent free
        Matter:  my card a number ending in 34 is blocked
        Call:    CALL

        The whole number and the conversation: ./parley calls show CALL

        Parley wrote this mail by itself; nobody reads answers to it.
        """
            .replace("CALL", notice.call().toString()),
        mail.getContent().toString().replace("\r\n", "\n"));
  }

  @Test
  void headersTellRobotsNotToAnswer() throws Exception {
    MimeMessage mail = composed(TestNotices.composer(), TestNotices.notice());
    assertArrayEquals(new String[] {"auto-generated"}, mail.getHeader("Auto-Submitted"));
    assertArrayEquals(new String[] {"All"}, mail.getHeader("X-Auto-Response-Suppress"));
    assertTrue(mail.getContentType().startsWith("text/plain; charset=UTF-8"));
    assertEquals(Date.from(TestNotices.notice().at()), mail.getSentDate());
  }

  @Test
  void messageIdIsTheNoticesOwnEachTime() throws Exception {
    Notice notice = TestNotices.notice();
    String expected = "<notice." + notice.id() + "@example.com>";
    assertEquals(expected, composed(TestNotices.composer(), notice).getMessageID());
    assertEquals(expected, composed(TestNotices.composer(), notice).getMessageID());
  }

  @Test
  void textOfTheCallCannotBecomeAHeader() throws Exception {
    String evil = "x\r\nBcc: all@example.com\r\n\r\nfree text";
    var composer =
        new NoticeComposer("parley@example.com", "desk@example.com", evil, TestNotices.ZONE);
    MimeMessage mail = composed(composer, TestNotices.notice(evil, evil + "\u2028\u202Eabc"));
    assertNull(mail.getHeader("Bcc"));
    assertEquals(1, mail.getAllRecipients().length);
    String text = mail.getContent().toString();
    assertTrue(text.contains("Reason:  x Bcc: a mail address free text"), text);
    assertFalse(text.contains("\u202E"), text);
  }

  @Test
  void otherAlphabetsArriveAsTheyWere() throws Exception {
    var composer =
        new NoticeComposer("parley@example.com", "desk@example.com", "Müller 商店", TestNotices.ZONE);
    MimeMessage mail = composed(composer, TestNotices.notice("Grund: Öl", "привет"));
    assertEquals("[Müller 商店] A caller was promised a call back", mail.getSubject());
    assertTrue(mail.getContent().toString().contains("Matter:  привет"));
  }

  @Test
  void longTextIsCutAndNoTextIsADash() throws Exception {
    MimeMessage mail = composed(TestNotices.composer(), TestNotices.notice("", "a".repeat(9000)));
    String text = mail.getContent().toString();
    assertTrue(text.contains("Reason:  -"), text);
    assertTrue(text.length() < 1200, text);
  }

  @ParameterizedTest
  @CsvSource({
    "'', mail.notices-to",
    "desk, mail.notices-to",
    "'desk@example.com\r\nBcc: all@example.com', mail.notices-to",
    "desk@@example.com, mail.notices-to"
  })
  void whatIsNoAddressIsRefusedWithItsKey(String address, String key) {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new NoticeComposer("parley@example.com", address, "x", TestNotices.ZONE));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(key), refused.getMessage());
  }

  @Test
  void severalReceiversAreFine() throws Exception {
    var composer =
        new NoticeComposer(
            "Parley <parley@example.com>",
            "desk@example.com, Ada <ada@example.com>",
            "x",
            TestNotices.ZONE);
    assertEquals(2, composed(composer, TestNotices.notice()).getAllRecipients().length);
  }
}
