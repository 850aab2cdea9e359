package parley.dialogue.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import parley.dialogue.files.Problems;

/// A page and files beside an entry.
class ReferenceTest {

  @TempDir private Path folder;
  private final Problems problems = new Problems();

  @Test
  void anEntryNamesAPageAndFiles() throws IOException {
    assertEquals(
        new Reference(
            Optional.of(URI.create("https://shop.test/returns")),
            List.of("forms/return form.pdf", "terms")),
        read("url: https://shop.test/returns\n    files: [forms/return form.pdf, terms]"));
    assertTrue(problems.isEmpty());
  }

  @Test
  void mostNameNone() throws IOException {
    assertEquals(Reference.NONE, read("keywords: [returns]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url: 'javascript:alert(1)' | `url` is no address of a page.
          url: shop.test/returns     | `url` is no address of a page.
          files: ../secrets/key.pem  | `files` holds `../secrets/key.pem`.
          files: /etc/passwd         | `files` holds `/etc/passwd`.
          files: [a/../../b]         | `files` holds `a/../../b`.
          files: .hidden             | `files` holds `.hidden`.
          """)
  void whatIsNoneIsAProblemWithItsLine(String keys, String what) throws IOException {
    assertEquals(Reference.NONE, read(keys));
    assertEquals(what, problems.sorted().getFirst().what());
    assertEquals(6, problems.sorted().getFirst().line());
  }

  private Reference read(String keys) throws IOException {
    Files.writeString(
        folder.resolve("shop.yaml"),
        "category: shop\nentries:\n  - id: returns\n    question: May I?\n    answer: Yes.\n    "
            + keys
            + "\n");
    return KnowledgeFiles.read(folder, folder, problems).find("returns").orElseThrow().reference();
  }
}
