package parley.mail.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.Reference;
import parley.dialogue.knowledge.Standing;

/// What a reply names, links and sends along of what it rests on.
class AnswerSourcesTest {

  private static final Optional<URI> PAGE = Optional.of(URI.create("https://shop.test/returns"));

  @TempDir private Path home;
  private Path documents;

  @BeforeEach
  void makeDocuments() throws IOException {
    documents = Files.createDirectories(home.resolve("documents"));
    Files.createDirectories(documents.resolve("forms"));
    Files.writeString(documents.resolve("forms/return.pdf"), "form");
    Files.writeString(documents.resolve("forms/address.pdf"), "address");
    Files.writeString(documents.resolve("forms/.hidden"), "no");
  }

  @Test
  void anEntryIsNamedByItsQuestionAndLinkedToItsPage() {
    assertEquals(new AnswerSource("Can I return it?", PAGE, List.of()), sources().of("returns"));
  }

  @Test
  void aDocumentIsNamedByItsTitle() {
    assertEquals("Delivery, Islands", sources().of("delivery.md#islands/2-3").name());
  }

  @Test
  void whatIsGoneIsNamedByItsFileAndNotLinked() {
    assertEquals(
        new AnswerSource("terms.html", Optional.empty(), List.of()),
        sources().of("terms.html#who-pays/2-3"));
  }

  @Test
  void aFileOrThoseOfAFolderGoAlong() {
    Path form = documents.resolve("forms/return.pdf");

    assertEquals(List.of(form), sources("forms/return.pdf").of("returns").files());
    assertEquals(
        List.of(documents.resolve("forms/address.pdf"), form),
        sources("forms").of("returns").files());
  }

  @Test
  void whatIsMissingOrTooLargeOrOutsideStaysHere() throws IOException {
    Files.write(documents.resolve("film.mp4"), new byte[(int) EnclosedFiles.LARGEST_BYTES + 1]);
    Path secret = Files.writeString(home.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(documents.resolve("link.txt"), secret);
    Files.createSymbolicLink(documents.resolve("up"), home);

    assertEquals(
        List.of(),
        sources("none.pdf", "film.mp4", "link.txt", "up", "up/secret.txt").of("returns").files());
  }

  @Test
  void oneMailTakesSevenMegabytes() throws IOException {
    Path one = Files.write(documents.resolve("1.bin"), new byte[4_000_000]);
    Path two = Files.write(documents.resolve("2.bin"), new byte[3_000_000]);
    Path three = Files.write(documents.resolve("3.bin"), new byte[1]);

    assertEquals(List.of(one, two), EnclosedFiles.together(List.of(one, two, three)));
  }

  private AnswerSources sources(String... files) {
    KnowledgeEntry returns =
        entry("returns", "Can I return it?", new Reference(PAGE, List.of(files)));
    KnowledgeEntry islands = entry("islands", "Delivery, Islands", Reference.NONE);
    return new AnswerSources(
        () -> new KnowledgeBase(List.of(returns)),
        id -> Optional.of(islands).filter(_ -> id.startsWith("delivery.md")),
        new EnclosedFiles(documents));
  }

  private static KnowledgeEntry entry(String id, String question, Reference reference) {
    return new KnowledgeEntry(
        id, "shop", question, List.of(), List.of(), "Yes.", Standing.ALWAYS, reference);
  }
}
