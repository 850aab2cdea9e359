package parley.dialogue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents of every kind, cut into passages; and files that are none.
class DocumentsInAFolderTest {

  @TempDir private Path folder;

  private DocumentFiles.Found read() {
    return DocumentFiles.read(folder, folder, DocumentPages.NONE);
  }

  private Passage passage(String id) {
    List<Passage> passages = read().passages();
    return passages.stream()
        .filter(passage -> passage.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                id + " is not among " + passages.stream().map(Passage::id).toList()));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String problems() {
    return read().problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void markdownIsCutAtItsHeadings() throws IOException {
    write(
        "pool/rules.md",
        """
        # Pool rules
        The pool is for **guests** only.
        ## Children
        Children under ten swim with [an adult](http://x.invalid).

        They need:
        * arm bands,
        * a cap

        | Day | Hours |
        | --- | --- |
        | Sunday | nine to five |
        """);
    assertEquals(
        List.of("The pool is for guests only."), passage("pool/rules.md#pool-rules").sentences());
    Passage children = passage("pool/rules.md#children");
    assertEquals(List.of("Pool rules", "Children"), children.headings());
    assertEquals("Pool rules, Children", children.title());
    assertEquals(
        List.of(
            "Children under ten swim with an adult.",
            "They need: arm bands, a cap.",
            "Sunday, nine to five."),
        children.sentences());
  }

  @Test
  void aPageIsReadWithoutWhatIsAroundIt() throws IOException {
    write(
        "sauna.html",
        """
        <html><head><title>Sauna</title><script>alert('no')</script></head><body>
        <nav>Home Shop</nav><h2>Heat</h2><p>Ninety degrees.<br>Bring a towel</p>
        <p hidden>Secret.</p><footer>Imprint</footer></body></html>
        """);
    DocumentFiles.Found found = read();
    assertEquals(1, found.passages().size(), found.toString());
    assertEquals(List.of("Sauna", "Heat"), found.passages().getFirst().headings());
    assertEquals("Ninety degrees. Bring a towel.", found.passages().getFirst().text());
  }

  @Test
  void aPageMayNameAnotherEncoding() throws IOException {
    Files.write(
        folder.resolve("old.html"),
        "<meta charset=\"iso-8859-1\"><h1>Café</h1><p>Crème brûlée.</p>"
            .getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("Crème brûlée.", passage("old.html#caf").text());
  }

  @Test
  void textHasHeadingsWhereAShortLineStandsAlone() throws IOException {
    write(
        "house-rules.txt",
        "\uFEFF"
            + """
            House rules

            Quiet hours
            -----------
            From ten in the evening
            until six.

            Pets

            1. Dogs on a lead.
            2. No snakes
            """);
    assertEquals(
        List.of("House rules", "Quiet hours"), passage("house-rules.txt#quiet-hours").headings());
    assertEquals(
        "From ten in the evening until six.", passage("house-rules.txt#quiet-hours").text());
    assertEquals("Dogs on a lead. No snakes.", passage("house-rules.txt#pets").text());
  }

  @Test
  void aPdfIsReadByTheSizeOfItsLetters() throws IOException {
    try (PDDocument document = new PDDocument()) {
      page(document, "Garage", "The garage is open day and night. It has two hun-", "dred places.");
      page(document, "Prices", "An hour costs three euros,", "a day twenty euros.");
      page(document, "Electric cars", "There are ten places to charge a car.");
      document.save(folder.resolve("garage.pdf").toFile());
    }
    Passage prices = passage("garage.pdf#prices");
    assertEquals("An hour costs three euros, a day twenty euros.", prices.text());
    String garage = passage("garage.pdf#garage").text();
    assertEquals("The garage is open day and night. It has two hundred places.", garage);
    assertFalse(read().passages().toString().contains("Grand Hotel"), "the header is no text");
  }

  private static void page(PDDocument document, String heading, String... lines)
      throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
      line(out, 9, 760, "Grand Hotel, page " + document.getNumberOfPages());
      line(out, 18, 700, heading);
      for (int i = 0; i < lines.length; i++) {
        line(out, 11, 670 - 13 * i, lines[i]);
      }
    }
  }

  private static void line(PDPageContentStream out, int size, int y, String text)
      throws IOException {
    out.beginText();
    out.setFont(new PDType1Font(FontName.HELVETICA), size);
    out.newLineAtOffset(70, y);
    out.showText(text);
    out.endText();
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestIsThere() throws IOException {
    write("good.md", "# Good\nThis one is fine.");
    Files.write(
        folder.resolve("latin.txt"), "One\nCaf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(folder.resolve("noise.md"), new byte[] {35, 32, 0, 1, 2, 10});
    Files.write(folder.resolve("wrong.html"), new byte[] {'<', 'p', '>', (byte) 0xC3, (byte) 0x28});
    write("broken.pdf", "%PDF-1.7 and nothing more");
    write("letter.docx", "PK");
    write("empty.txt", " \n");
    write("README.md", "# About this folder\nNo document.");
    try (PDDocument locked = new PDDocument()) {
      page(locked, "Secret", "Nobody may read this line without a key.");
      locked.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      locked.save(folder.resolve("locked.pdf").toFile());
    }
    try (PDDocument scanned = new PDDocument()) {
      scanned.addPage(new PDPage());
      scanned.save(folder.resolve("scanned.pdf").toFile());
    }
    assertEquals(List.of("good.md#good"), read().passages().stream().map(Passage::id).toList());
    assertEquals(1, read().files());
    String told = problems();
    for (String expected :
        List.of(
            "latin.txt: It is not text in UTF-8, from line 2 on. Save it as UTF-8",
            "noise.md: It is not text in UTF-8, from line 1 on.",
            "wrong.html: It holds bytes that are no text in UTF-8.",
            "broken.pdf: It is no PDF that can be read",
            "letter.docx: Files of this kind cannot be read. Expected Markdown (.md)",
            "empty.txt: There is no text in it.",
            "locked.pdf: It is locked with a password.",
            "scanned.pdf: It holds no text, only pictures of it.")) {
      assertTrue(told.contains(expected), expected + " is missing in:\n" + told);
    }
    assertEquals(8, told.lines().count(), told);
  }

  @Test
  void aFolderThatIsNotThereHoldsNothing() {
    DocumentFiles.Found found =
        DocumentFiles.read(folder, folder.resolve("none"), DocumentPages.NONE);
    assertEquals(List.of(), found.passages());
    assertEquals(List.of(), found.problems());
  }

  @Test
  void aFirstFolderNamedForALanguageHoldsDocumentsInIt() throws IOException {
    write("de/preise.md", "# Preise\nEine Stunde kostet drei Euro.");
    write("prices/old.md", "# Old prices\nAn hour was two euros.");
    assertEquals("de", passage("de/preise.md#preise").language());
    assertEquals("", passage("prices/old.md#old-prices").language());
  }

  @Test
  void longSectionsAreCutAndSentencesStayWhole() throws IOException {
    write(
        "long.md", "# Long\n" + "Each of these sentences has exactly ten words in it. ".repeat(60));
    List<Passage> passages = read().passages();
    assertTrue(passages.size() > 3, passages.size() + " passages");
    assertEquals("long.md#long", passages.get(0).id());
    assertEquals("long.md#long.2", passages.get(1).id());
    for (Passage passage : passages) {
      assertTrue(passage.text().length() <= 700, passage.id());
      assertTrue(passage.text().endsWith("in it."), passage.id());
    }
  }

  @Test
  void aSentenceWithoutAnEndIsCutToWhatCanBeListenedTo() throws IOException {
    write("endless.txt", "word ".repeat(20_000));
    assertTrue(
        read().passages().stream()
            .flatMap(passage -> passage.sentences().stream())
            .allMatch(sentence -> sentence.length() <= Sentences.LONGEST));
  }

  @Test
  void documentsAreReadAgainWhenTheyChange() throws IOException {
    write("gym.md", "# Gym\nThe gym opens at six.");
    LiveDocuments live = LiveDocuments.read(folder, folder, Optional.empty());
    assertEquals(new LiveDocuments.Outcome.Unchanged(), live.refresh());
    write("bar/bar.md", "# Bar\nThe bar serves juice.");
    write("gym.md", "# Gym\nThe gym opens at seven now.");
    assertEquals(new LiveDocuments.Outcome.Changed(2, 2, List.of()), live.refresh());
    assertEquals("The bar serves juice.", answer(live, "what juice does the bar have"));
    assertEquals("The gym opens at seven now.", answer(live, "when does the gym open"));
    Files.delete(folder.resolve("gym.md"));
    assertTrue(live.refresh() instanceof LiveDocuments.Outcome.Changed);
    assertEquals("-", answer(live, "when does the gym open"));
  }

  @Test
  void aPassageIsSwitchedOffAndOnAgain() throws IOException {
    write("gym.md", "# Gym\nThe gym opens at six.");
    LiveDocuments live = LiveDocuments.read(folder, folder, Optional.empty());
    assertTrue(live.switchOff("gym.md#gym/1-1"));
    assertEquals("-", answer(live, "when does the gym open"));
    assertTrue(live.switchOn("gym.md#gym"));
    assertEquals("The gym opens at six.", answer(live, "when does the gym open"));
    assertFalse(live.switchOff("spa.md#spa"));
  }

  private static String answer(LiveDocuments live, String words) {
    return live.search(words, 1, "en").stream()
        .map(candidate -> candidate.entry().answer())
        .findFirst()
        .orElse("-");
  }
}
