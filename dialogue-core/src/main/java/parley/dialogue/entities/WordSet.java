package parley.dialogue.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Lists of words that come with the program, beside this class. Read once, when a finder is made.
final class WordSet {
  /// Where a phrase does not go on.
  static final Set<String> FUNCTION_WORDS = read("function-words.txt");

  private WordSet() {}

  static Set<String> read(String file) {
    return lines(file).stream()
        .flatMap(line -> List.of(line.split("\\s+")).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The lines without comments.
  static List<String> lines(String file) {
    try (InputStream in = WordSet.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read from the program's own jar", e);
    }
  }
}
