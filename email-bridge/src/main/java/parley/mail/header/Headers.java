package parley.mail.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The headers of a mail or of a part of it, in their order, with what was sent in 8-bit decoded
/// and lines joined, but encoded words still encoded.
///
/// @param fields from top to bottom
public record Headers(List<Field> fields) {

  /// @param name as it is written
  public record Field(String name, String value) {}

  public static final Headers NONE = new Headers(List.of());

  public Headers {
    fields = List.copyOf(fields);
  }

  /// The topmost header of that name.
  public Optional<String> first(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  /// The same, in one line with its encoded words decoded; empty where it is missing.
  public String text(String name, int longest) {
    // An encoded word may take twelve bytes for a character, and more for its charset's name.
    String encoded = OneLine.cut(first(name).orElse(""), 40 * longest);
    return OneLine.of(EncodedWords.decode(encoded), longest);
  }

  public List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  public boolean hasAny(List<String> names) {
    return names.stream().anyMatch(this::has);
  }

  public boolean hasBeginning(String prefix) {
    String small = prefix.toLowerCase(Locale.ROOT);
    return fields.stream()
        .anyMatch(field -> field.name().toLowerCase(Locale.ROOT).startsWith(small));
  }

  /// Reads `Name: value` lines, as in the parts of a delivery report. Blank lines part groups.
  public static List<Headers> groups(String text) {
    List<Headers> groups = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        end(fields, groups);
      } else if (Character.isWhitespace(line.charAt(0)) && !fields.isEmpty()) {
        Field last = fields.removeLast();
        fields.add(new Field(last.name(), last.value() + " " + line.strip()));
      } else if (line.indexOf(':') > 0) {
        int colon = line.indexOf(':');
        fields.add(new Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    end(fields, groups);
    return groups;
  }

  private static void end(List<Field> fields, List<Headers> groups) {
    if (!fields.isEmpty()) {
      groups.add(new Headers(fields));
      fields.clear();
    }
  }
}
