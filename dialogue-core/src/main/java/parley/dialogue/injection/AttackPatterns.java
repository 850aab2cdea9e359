package parley.dialogue.injection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Reads `patterns.txt` beside this class: a sign in brackets, then regular expressions, one a
/// line. `{NAME}` stands for the words that a line `NAME = words` lists.
final class AttackPatterns {

  private AttackPatterns() {}

  static Map<Sign, List<Pattern>> read() {
    Map<Sign, List<Pattern>> patterns = new EnumMap<>(Sign.class);
    Map<String, String> words = new java.util.TreeMap<>();
    List<Pattern> section = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.matches("\\[[A-Z_]+]")) {
        section = new ArrayList<>();
        patterns.put(Sign.valueOf(line.substring(1, line.length() - 1)), section);
      } else if (line.matches("[A-Z]+ = .*")) {
        int equals = line.indexOf(" = ");
        words.put("{" + line.substring(0, equals) + "}", "(?:" + line.substring(equals + 3) + ")");
      } else {
        section.add(pattern(line, words));
      }
    }
    return patterns;
  }

  private static Pattern pattern(String line, Map<String, String> words) {
    String regex = line;
    for (var word : words.entrySet()) {
      regex = regex.replace(word.getKey(), word.getValue());
    }
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);
  }

  private static String text() {
    try (InputStream in = AttackPatterns.class.getResourceAsStream("patterns.txt")) {
      return new String(
          Objects.requireNonNull(in, "patterns.txt").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
