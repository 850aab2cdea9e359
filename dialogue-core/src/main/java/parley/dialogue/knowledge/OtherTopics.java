package parley.dialogue.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;

/// Reads what callers say that no entry is about, one a line; empty lines and lines that begin with
/// `#` do not count. The file may be missing.
public final class OtherTopics {

  private OtherTopics() {}

  /// @param language code such as `en`
  public static List<String> read(Path home, String language, Problems problems) {
    Path file = home.resolve("config/other-topics/" + language + ".txt");
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      problems.add(
          YamlFile.name(home, file),
          0,
          "The file cannot be read as text in UTF-8 (" + e.getClass().getSimpleName() + ").",
          "Write one sentence a line, or remove the file.");
      return List.of();
    }
  }
}
