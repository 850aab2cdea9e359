package parley.mail.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.mail.attachment.AttachmentText.NoWords;
import parley.mail.attachment.AttachmentText.Words;

/// The words of attached files, harmless and hostile ones.
class AttachmentReaderTest {

  private static final TextLimits SMALL =
      new TextLimits(1 << 20, 8 << 20, 500, 64, Duration.ofSeconds(30));

  @TempDir private Path folder;

  private AttachmentText read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("1"), bytes);
    Attachment attachment =
        new Attachment(
            name, "application/octet-stream", Forms.of("", name), bytes.length, file, false);
    return new AttachmentReader(SMALL, (_, _) -> new Words("please ring me back", false))
        .read(attachment);
  }

  private String words(String name, byte[] bytes) throws IOException {
    return assertInstanceOf(Words.class, read(name, bytes)).text();
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aWordDocumentsParagraphsAreRead() throws IOException {
    String xml =
        "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>The lid is</w:t></w:r><w:r><w:tab/><w:t>missing.</w:t></w:r>"
            + "</w:p><w:p><w:r><w:t>Order 5521</w:t></w:r></w:p></w:body></w:document>";
    assertEquals(
        "The lid is missing.\nOrder 5521", words("a.docx", zip(Map.of("word/document.xml", xml))));
  }

  @Test
  void anExcelSheetsStringsAndNumbersAreRead() throws IOException {
    String sheet =
        "<worksheet><row><c t='s'><v>0</v></c><c><f>A1*2</f><v>48211</v></c></row></worksheet>";
    String strings = "<sst><si><t>Meter</t></si></sst>";
    String text =
        words(
            "m.xlsx",
            zip(Map.of("xl/worksheets/sheet1.xml", sheet, "xl/sharedStrings.xml", strings)));
    assertTrue(text.contains("48211") && text.contains("Meter"), text);
    assertTrue(!text.contains("A1"), text);
  }

  @Test
  void anOpenDocumentIsRead() throws IOException {
    String xml = "<o:text xmlns:o='o'><o:h>Claim</o:h><o:p>Water<o:s/>damage</o:p></o:text>";
    assertEquals("Claim\nWater damage", words("c.odt", zip(Map.of("content.xml", xml))));
  }

  @Test
  void aZipBombEndsAtTheLimit() throws IOException {
    NoWords none =
        assertInstanceOf(
            NoWords.class, read("b.docx", zip(Map.of("media/1.bin", "0".repeat(20 << 20)))));
    assertEquals("It unpacks to more than 8388608 bytes.", none.why());
    assertInstanceOf(
        NoWords.class,
        read("b.docx", zip(Map.of("word/document.xml", "<p>" + " ".repeat(20 << 20) + "</p>"))));
  }

  @Test
  void entitiesOfAnXmlBombAreNotUnfolded() throws IOException {
    String xml =
        "<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY f SYSTEM 'file:///etc/passwd'>]><p>Hi &b; &f;</p>";
    AttachmentText text = read("x.docx", zip(Map.of("word/document.xml", xml)));
    assertTrue(
        !text.toString().contains("aaaa") && !text.toString().contains("root:"), text.toString());
  }

  @Test
  void aDamagedFileHasNoWords() throws IOException {
    assertInstanceOf(NoWords.class, read("x.docx", new byte[] {'P', 'K', 3, 4, 9, 9}));
    assertInstanceOf(NoWords.class, read("x.docx", zip(Map.of("word/document.xml", "<p>open"))));
    assertInstanceOf(NoWords.class, read("winmail.dat", new byte[] {1}));
    assertInstanceOf(NoWords.class, read("run.exe", new byte[] {'M', 'Z'}));
  }

  @Test
  void textHtmlAndRecordingsAreRead() throws IOException {
    assertEquals("Grüße", words("a.txt", "Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(
        "Hi", words("a.html", "<script>x()</script><p>Hi".getBytes(StandardCharsets.UTF_8)));
    assertEquals("please ring me back", words("voice.ogg", new byte[] {1}));
  }

  @Test
  void longWordsAreCut() throws IOException {
    Words words =
        assertInstanceOf(
            Words.class, read("a.txt", "word ".repeat(1000).getBytes(StandardCharsets.UTF_8)));
    assertTrue(words.cut() && words.text().length() <= 500);
  }

  @Test
  void aPdfIsReadInAProcessOfItsOwn() throws IOException {
    String words = "The kettle of order 5521 came without its lid.";
    byte[] content =
        ("BT /F1 12 Tf 72 700 Td (" + words + ") Tj ET").getBytes(StandardCharsets.US_ASCII);
    assertEquals(words, words("claim.pdf", pdf(content, "")));
  }

  @Test
  void aPdfThatUnpacksToMoreThanItsProcessHasIsLeft() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream deflating = new DeflaterOutputStream(packed)) {
      byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 100; i++) {
        deflating.write(blank);
      }
    }
    byte[] bomb = pdf(packed.toByteArray(), "/Filter /FlateDecode");
    Path file = Files.write(folder.resolve("bomb"), bomb);
    Attachment attachment =
        new Attachment("b.pdf", "application/pdf", Attachment.Form.PDF, bomb.length, file, false);
    TextLimits brief = new TextLimits(1 << 20, 8 << 20, 500, 48, Duration.ofSeconds(1));
    AttachmentReader reader = new AttachmentReader(brief, AttachmentTranscriber.none());
    assertInstanceOf(NoWords.class, reader.read(attachment));
  }

  private static byte[] pdf(byte[] content, String filter) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        """
        %%PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R
          /Resources <</Font <</F1 4 0 R>>>>>> endobj
        4 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
        5 0 obj <</Length %d %s>> stream
        """
            .formatted(content.length, filter)
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(content);
    pdf.writeBytes(
        "\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    return pdf.toByteArray();
  }
}
