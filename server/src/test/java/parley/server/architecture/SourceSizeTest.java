package parley.server.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the house style says of source files that no compiler sees.
class SourceSizeTest {

  private static final int LONGEST_CLASS = 300;
  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));

  /// Assembled, so that this file does not find itself.
  private static final Pattern SLEEP =
      Pattern.compile("\\b(Thread|TimeUnit\\.\\w+)\\." + "sleep\\(");

  @Test
  void noClassIsLongerThanThreeHundredLines() {
    List<String> tooLong =
        sources("src/main/java")
            .filter(file -> lines(file) > LONGEST_CLASS)
            .map(SourceSizeTest::name)
            .toList();

    assertEquals(List.of(), tooLong, "split these by feature");
  }

  @Test
  void noTestSleeps() {
    Predicate<Path> sleeps = file -> SLEEP.matcher(text(file)).find();

    assertEquals(
        List.of(),
        sources("src/test/java").filter(sleeps).map(SourceSizeTest::name).toList(),
        "wait on a condition with a deadline");
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        sources("src/main/java")
            .filter(file -> !text(file.resolveSibling("package-info.java")).contains("@NullMarked"))
            .map(SourceSizeTest::name)
            .toList();

    assertEquals(List.of(), unmarked);
  }

  @Test
  void theSourcesAreFound() {
    assertTrue(sources("src/main/java").count() > 50);
  }

  private static Stream<Path> sources(String below) {
    try (Stream<Path> files = Files.walk(HOME)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/" + below + "/"))
          .filter(file -> !HOME.relativize(file).toString().matches("(.*/)?(target|\\.[^/]+)/.*"))
          .toList()
          .stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long lines(Path file) {
    return text(file).lines().count();
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String name(Path file) {
    return HOME.relativize(file).toString();
  }
}
