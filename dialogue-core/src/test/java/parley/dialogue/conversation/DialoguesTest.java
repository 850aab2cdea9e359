package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.dialogue.Shipped;

/// Whole dialogues with the shipped files, as scripts below `src/test/resources/dialogues`; their
/// language is [Scenario]'s.
class DialoguesTest {

  private static final Path FOLDER =
      Shipped.HOME.resolve("dialogue-core/src/test/resources/dialogues");

  /// `services`: all are set, for scripts of files with `flows` in their name.
  private record Script(String name, List<String> lines, boolean services) {}

  @TestFactory
  Stream<DynamicTest> everyScriptIsPlayed() {
    List<Script> scripts = scripts();
    assertTrue(scripts.size() >= 40, "only " + scripts.size() + " scripts");
    return scripts.stream()
        .map(script ->
            dynamicTest(
                script.name(),
                () ->
                    new Scenario(script.services() ? Shipped.withServices() : Shipped.parts())
                        .play(script.lines())));
  }

  private static List<Script> scripts() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().flatMap(file -> read(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Script> read(Path file) {
    List<Script> scripts = new ArrayList<>();
    try {
      for (String part : Files.readString(file).split("(?m)^## ")) {
        List<String> lines = part.lines().filter(line -> !line.isBlank()).toList();
        if (!lines.isEmpty()) {
          boolean services = file.getFileName().toString().contains("flows");
          scripts.add(new Script(lines.getFirst(), lines.subList(1, lines.size()), services));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scripts;
  }
}
