package parley.mail.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.mail.calendar.Invitation;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.report.Bounce;

/// What mails are for, on mails as servers and programs write them.
class MailKindTest {

  @TempDir private Path folder;

  private Mail mail(String name) {
    return TestMails.read(TestMails.file(name), folder);
  }

  @ParameterizedTest
  @CsvSource({
    "bounce-postfix.eml, r41, gone@post.example, 5.1.1, true",
    "bounce-delayed.eml, r42, slow@post.example, 4.4.7, false",
    "bounce-qmail.eml, r43, '', 5.1.1, true",
    "bounce-exim.eml, r44, ada@post.example, '', true",
    "bounce-german.eml, r45, '', 5.2.2, true"
  })
  void aBounceTellsWhatDidNotArriveAndWhy(
      String file, String id, String recipient, String status, boolean permanent) {
    Bounce bounce = assertInstanceOf(MailKind.Bounce.class, mail(file).kind()).report();
    assertEquals(
        Optional.of(new MessageId("<" + id + "@parley.shop.example>")), bounce.bounced(), file);
    assertEquals(recipient, bounce.recipient().map(MailAddress::address).orElse(""), file);
    assertEquals(status, bounce.status(), file);
    assertEquals(permanent, bounce.permanent(), file);
  }

  @Test
  void aReadReceiptTellsWhichMailWasOpened() {
    var receipt =
        assertInstanceOf(MailKind.ReadReceipt.class, mail("read-receipt.eml").kind()).report();
    assertEquals(Optional.of(new MessageId("<r46@parley.shop.example>")), receipt.mail());
    assertEquals("displayed", receipt.disposition());
  }

  @Test
  void anAbsenceNoticeIsAnAutomaticReply() {
    assertEquals(new MailKind.AutomaticReply(), mail("vacation.eml").kind());
  }

  @Test
  void anInvitationTellsMethodTimeAndPlace() {
    Mail mail = mail("invitation-outlook.eml");
    assertEquals(
        new Invitation(
            "REQUEST",
            "040000008200E00074C5B7101A82E008",
            2,
            Optional.of(Instant.parse("2026-12-03T08:30:00Z")),
            Optional.of(Instant.parse("2026-12-03T09:00:00Z")),
            "Liefertermin, Rampe 4",
            "Lager Nord",
            ""),
        assertInstanceOf(MailKind.Invited.class, mail.kind()).invitation());
    assertEquals("Bitte um Zusage.", mail.text().written());
  }

  @Test
  void aForwardedMailIsContextAndTellsItsAuthor() {
    Mail mail = mail("forwarded-attached.eml");
    assertEquals(
        new MailKind.Forwarded(
            Optional.of(new MessageId("<a9@post.example>")),
            Optional.of(new MailAddress("ada@post.example", "Ada Byron"))),
        mail.kind());
    assertEquals("Please help her.", mail.text().written());
    assertEquals("It fell off the table.", mail.text().forwarded());
  }

  @Test
  void aListsMailIsOne() {
    Mail mail =
        TestMails.read(
            TestMails.bytes("From: a@b.example\nList-Id: Cooks <cooks.b.example>\n\nSoup?\n"),
            folder);
    assertEquals(new MailKind.ListMail("Cooks <cooks.b.example>"), mail.kind());
  }

  @Test
  void outlooksOwnWrappingIsNamedAsUnreadable() {
    var attachment = mail("winmail.eml").attachments().getFirst();
    assertEquals(parley.mail.attachment.Attachment.Form.OUTLOOK_ONLY, attachment.form());
    assertTrue(attachment.bytes() > 0);
  }
}
