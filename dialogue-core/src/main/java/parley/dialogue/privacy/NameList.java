package parley.dialogue.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The usual given and family names of the places that callers come from, and the words that follow
/// a name but are none. Read once from `names.txt` beside this class.
final class NameList {

  private static final Map<String, Set<String>> SECTIONS = read();
  private static final Set<String> GIVEN = section("given");
  private static final Set<String> GIVEN_ALSO_WORDS = section("given-also-words");
  private static final Set<String> FAMILY = section("family");
  private static final Set<String> OTHER = section("other");

  private NameList() {}

  /// A given name that is nothing else.
  static boolean first(Token token) {
    return GIVEN.contains(bare(token));
  }

  /// A given name that is a word too: Grace, Will, May.
  static boolean firstOrWord(Token token) {
    return GIVEN_ALSO_WORDS.contains(bare(token));
  }

  static boolean last(Token token) {
    return FAMILY.contains(bare(token));
  }

  /// A word that is no part of a name.
  static boolean other(Token token) {
    return OTHER.contains(plain(token.lower()));
  }

  /// Without the ending of the possessive: "Anna's order".
  private static String bare(Token token) {
    String lower = plain(token.lower());
    return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
  }

  /// Without accents, which many leave out.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  private static Set<String> section(String name) {
    return Objects.requireNonNull(SECTIONS.get(name), name);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> sections = new TreeMap<>();
    Set<String> section = new HashSet<>();
    for (String line : text().split("\n")) {
      if (line.startsWith("[")) {
        section = new HashSet<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.addAll(List.of(plain(line).split(" ")));
      }
    }
    return Map.copyOf(sections);
  }

  private static String text() {
    try (InputStream in = NameList.class.getResourceAsStream("names.txt")) {
      return new String(
          Objects.requireNonNull(in, "names.txt").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
