package parley.mail.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forms that mail programs give to words: charsets, encodings, HTML, and all of them broken.
class MailFormsTest {

  @TempDir private Path folder;

  private Mail mail(String raw) {
    return TestMails.read(TestMails.bytes(raw), folder);
  }

  private String written(byte[] raw) {
    return TestMails.read(raw, folder).text().written();
  }

  private static byte[] body(String label, String words, String charset) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    raw.writeBytes(
        TestMails.bytes(
            "From: a@b.example\nContent-Type: text/plain"
                + label
                + "\nContent-Transfer-Encoding: 8bit\n\n"));
    raw.writeBytes(words.getBytes(Charset.forName(charset)));
    return raw.toByteArray();
  }

  @ParameterizedTest(name = "{0} as {2}")
  @CsvSource({
    "; charset=utf-8, Grüße für Łódź, UTF-8",
    "; charset=iso-8859-1, Rückgabe – 20 €, windows-1252",
    "; charset=us-ascii, Rückgabe, UTF-8",
    "; charset=iso-8859-1, Rückgabe über Łódź, UTF-8",
    "; charset=utf-8, Rückgabe, windows-1252",
    "'', Rückgabe, windows-1252",
    "'', Rückgabe, UTF-8",
    "; charset=x-unknown-9, Rückgabe, UTF-8",
    "; charset=\"\", Rückgabe, windows-1252",
    "; charset=iso-8859-2, Książka, iso-8859-2",
    "; charset=koi8-r, Привет, koi8-r",
    "; charset=gb2312, 退款, GB18030",
    "; charset=iso-2022-jp, 返品, ISO-2022-JP",
    "; charset=shift_jis, 返品, windows-31j",
    "; charset=big5, 退款, Big5"
  })
  void wordsAreReadWhateverTheirCharsetIsCalled(String label, String words, String charset) {
    assertEquals(words, written(body(label, words, charset)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=?utf-8?Q?R=C3=BCckgabe?=|Rückgabe",
        "=?UTF-8?B?UsO8Y2tnYWJl?=|Rückgabe",
        "=?utf-8?Q?R=C3?= =?utf-8?Q?=BCckgabe?=|Rückgabe",
        "=?utf-8?Q?Rück gabe?=|Rück gabe",
        "Re: =?iso-8859-1?Q?R=FCckgabe?= now|Re: Rückgabe now",
        "=?iso-8859-1?Q?R=FCck?==?iso-8859-1?Q?gabe?=|Rückgabe",
        "=?utf-8*de?Q?R=C3=BCckgabe?=|Rückgabe",
        "=?x-none?Q?R=C3=BCckgabe?=|Rückgabe",
        "=?utf-8?B?UsO8Y2tnYWJ?=|Rückgab",
        "=?utf-8?Q?open|=?utf-8?Q?open",
        "Rückgabe|Rückgabe",
        "=?utf-8?Q?a=0D=0ABcc:_x?=|a Bcc: x"
      })
  void aSubjectIsReadHoweverItIsEncoded(String encoded, String subject) {
    assertEquals(
        subject, mail("From: a@b.example\nSubject: " + encoded + "\n\nx\n").head().subject());
  }

  @Test
  void piecesOfTextAroundAPictureAreOneText() {
    Mail mail = TestMails.read(TestMails.file("apple-mixed.eml"), folder);
    assertEquals(
        "This is the meter from the front.\nAnd the number is 48211.", mail.text().written());
    assertEquals("Zähler front.jpg", mail.attachments().getFirst().name());
    assertEquals("Zählerstand übermittelt", mail.head().subject());
    assertEquals("Prü Whitlock", mail.head().from().orElseThrow().name());
  }

  @Test
  void outlooksHtmlIsReadWithoutWhatIsHiddenInIt() {
    Mail mail = TestMails.read(TestMails.file("outlook-html.eml"), folder);
    assertEquals(
        """
        Hello,

        the total is wrong, we agreed on € 1,200 — see our offer (https://tennant.example/offer/77).

        Item | Price
        Kettle | 40\
        """,
        mail.text().written());
    assertFalse(mail.text().whole().contains("pills"));
    assertFalse(mail.text().whole().contains("steal"));
    assertTrue(mail.text().whole().contains("Please find the invoices attached."));
  }

  @Test
  void anEmptyPlainPartGivesWayToTheHtml() {
    Mail mail = TestMails.read(TestMails.file("gmail-html-only.eml"), folder);
    assertEquals("Ainda não chegou nada. Podem verificar?", mail.text().written());
    assertTrue(mail.text().whole().contains("> A sua encomenda saiu."));
  }

  @Test
  void answersWithinAnHtmlQuoteAreKept() {
    Mail mail =
        mail(
            """
            From: a@b.example
            Content-Type: text/html; charset=utf-8

            <p>On 26/11/2026 14:03, Shop wrote:</p><blockquote type="cite"><p>Which size?</p></blockquote>
            <p>38</p><blockquote type="cite"><p>Exchange?</p></blockquote><p>Yes</p>
            """);
    assertEquals("38\n\nYes", mail.text().written());
    assertEquals("Which size?", mail.text().answers().getFirst().quoted());
  }

  @Test
  void dangerousLinksAreNotShown() {
    Mail mail =
        mail(
            "From: a@b.example\nContent-Type: text/html\n\n<a href='javascript:alert(1)'>here</a> and"
                + " <a href='data:text/html,x'>there</a>\n");
    assertEquals("here and there", mail.text().written());
  }

  @Test
  void softLinesOfFlowedTextAreJoined() {
    Mail mail =
        mail(
            """
            From: a@b.example
            Content-Type: text/plain; format=flowed

            This line\s
            goes on.

            > Quoted\s
            > words
             From stuffed
            """);
    assertEquals("This line goes on.\n\nFrom stuffed", mail.text().written());
    assertTrue(mail.text().whole().contains("> Quoted words"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no boundary|multipart/mixed|Hello there",
        "a boundary that never comes|multipart/mixed; boundary=nix|Hello there",
        "no type|'; charset=utf-8'|Hello there",
        "a type that is none|text|Hello there",
        "two types|text/plain; text/html|Hello there"
      })
  void wordsAreFoundInBrokenMime(String name, String type, String words) {
    Mail mail = mail("From: a@b.example\nContent-Type: " + type + "\n\n" + words + "\n");
    assertEquals(words, mail.text().written(), name);
  }

  @Test
  void aMailThatBreaksOffIsReadAsFarAsItGoes() {
    Mail mail =
        mail(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nFirst part.\n--q\n"
                + "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\niVBORw0KG");
    assertEquals("First part.", mail.text().written());
    assertEquals("a.png", mail.attachments().getFirst().name());
  }

  @Test
  void eightBitHeadersAreRead() {
    byte[] raw =
        "From: Jörg <j@b.example>\nSubject: Rückgabe\n\nx\n"
            .getBytes(Charset.forName("windows-1252"));
    MailHead head = TestMails.read(raw, folder).head();
    assertEquals("Rückgabe", head.subject());
    assertEquals("Jörg", head.from().orElseThrow().name());
  }

  @Test
  void brokenBase64IsReadAsFarAsItGoes() {
    String raw =
        "From: a@b.example\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVs\n bG8*gd29y\nbGQ";
    assertTrue(written(raw.getBytes(StandardCharsets.US_ASCII)).startsWith("Hello"));
  }

  @Test
  void addressesAreFoundInBrokenHeaders() {
    MailHead head =
        mail("From: \"Ada <ada@post.example>\nTo: bo@post.example; cy@post.example\n\nx\n").head();
    assertEquals("ada@post.example", head.from().orElseThrow().address());
    assertEquals(2, head.to().size());
  }
}
