package parley.dialogue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a customer can read a document.
class DocumentPagesTest {

  private static final DocumentPages HELP = new DocumentPages(URI.create("https://shop.test/help"));

  @TempDir private Path folder;

  @Test
  void linesAtTheTopOfMarkdownNameThePageAndAreNoText() throws IOException {
    Passage passage =
        only(
            "returns.md",
            "---\ntitle: Returns\nurl: https://shop.test/returns\n---\n# Returns\n\nThirty days.\n",
            HELP);

    assertEquals(page("https://shop.test/returns"), passage.page());
    assertEquals(List.of("Thirty days."), passage.sentences());
  }

  @Test
  void aRuleBetweenParagraphsIsNoSuchLines() throws IOException {
    Passage passage = only("a.md", "---\n\nWe are open: always.\n\n---\n", DocumentPages.NONE);

    assertEquals("We are open: always.", passage.text());
    assertEquals(Optional.empty(), passage.page());
  }

  @Test
  void htmlNamesItsPageAsSitesDo() throws IOException {
    String html =
        "<html><head><link rel=\"canonical\" href=\"https://shop.test/terms\"></head>"
            + "<body><p>Thirty days.</p></body></html>";

    assertEquals(page("https://shop.test/terms"), only("a.html", html, HELP).page());
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "/terms",
    "ftp://shop.test/x",
    "https://u:p@shop.test/",
    "https://"
  })
  void whatIsNoPageIsLeftOut(String address) throws IOException {
    assertEquals(
        Optional.empty(),
        only("a.md", "---\nurl: " + address + "\n---\nThirty days.\n", DocumentPages.NONE).page());
  }

  @Test
  void otherwiseItIsTheFoldersAddressAndTheDocumentsPath() throws IOException {
    Files.createDirectories(folder.resolve("de"));

    assertEquals(
        page("https://shop.test/help/de/R%C3%BCckgabe%20heute.txt"),
        only("de/Rückgabe heute.txt", "Dreißig Tage.", HELP).page());
    assertEquals(
        Optional.empty(),
        only("de/Rückgabe heute.txt", "Dreißig Tage.", DocumentPages.NONE).page());
  }

  private static Optional<URI> page(String address) {
    return Optional.of(URI.create(address));
  }

  private Passage only(String name, String text, DocumentPages pages) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return DocumentFiles.read(folder, folder, pages).passages().getFirst();
  }
}
