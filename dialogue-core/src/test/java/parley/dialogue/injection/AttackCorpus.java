package parley.dialogue.injection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialogue.Shipped;

/// The attacks and the harmless messages below `src/test/resources/injection`.
public final class AttackCorpus {

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:n|u([0-9a-f]{4}))");

  private AttackCorpus() {}

  public static List<String> attacks() {
    return lines("attacks.tsv").stream()
        .map(line -> line.substring(line.indexOf('\t') + 1))
        .toList();
  }

  public static List<String> harmless() {
    return lines("harmless.txt");
  }

  static List<String> lines(String file) {
    try {
      return Files.readAllLines(
              Shipped.HOME.resolve("dialogue-core/src/test/resources/injection/" + file))
          .stream()
          .filter(line -> !line.startsWith("#"))
          .map(AttackCorpus::unescaped)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line)
        .replaceAll(escape ->
            Matcher.quoteReplacement(
                escape.group(1) == null
                    ? "\n"
                    : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }
}
