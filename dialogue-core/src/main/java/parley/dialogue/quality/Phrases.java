package parley.dialogue.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import parley.dialogue.words.Words;

/// Phrases that no reply may hold, from `phrases.txt` beside this class: a fault in brackets, then
/// its phrases, one a line. Pure.
final class Phrases {

  private static final Map<Fault, List<Words>> PHRASES = read();

  private Phrases() {}

  static Map<Fault, Integer> in(String text) {
    Words words = Words.of(text);
    Map<Fault, Integer> found = new EnumMap<>(Fault.class);
    PHRASES.forEach((fault, phrases) -> {
      int times = (int) phrases.stream().filter(words::contains).count();
      if (times > 0) {
        found.put(fault, times);
      }
    });
    return found;
  }

  private static Map<Fault, List<Words>> read() {
    Map<Fault, List<Words>> phrases = new EnumMap<>(Fault.class);
    List<Words> section = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        phrases.put(Fault.valueOf(line.substring(1, line.length() - 1)), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(Words.of(line));
      }
    }
    return phrases;
  }

  private static String text() {
    try (InputStream in = Phrases.class.getResourceAsStream("phrases.txt")) {
      return new String(
          Objects.requireNonNull(in, "phrases.txt").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
