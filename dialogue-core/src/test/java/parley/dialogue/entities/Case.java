package parley.dialogue.entities;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/// A line of a file of messages: text, context, expected entities. The file's head explains it.
record Case(String text, CallerContext context, String expected) {
  static final CallerContext USUAL = context("2027-03-03T10:15 Europe/London GB");
  private static final EntityFinder FINDER = new EntityFinder(ReferenceShape.USUAL);

  static List<Case> read(String resource) throws IOException {
    try (InputStream in = Case.class.getResourceAsStream(resource)) {
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return file.lines().filter(line -> !line.startsWith("#")).map(Case::parse).toList();
    }
  }

  private static Case parse(String line) {
    String[] columns = line.split("\t", -1);
    String text = columns[0].replace("\\n", "\n").replace("\\t", "\t");
    return new Case(text, columns[1].equals("-") ? USUAL : context(columns[1]), columns[2]);
  }

  static CallerContext context(String written) {
    String[] parts = written.split(" ");
    ZoneId zone = ZoneId.of(parts[1]);
    return new CallerContext(
        LocalDateTime.parse(parts[0]).atZone(zone).toInstant(), zone, parts[2]);
  }

  /// What is found, in the file's form.
  String found() {
    return found(text, context);
  }

  static String found(String text, CallerContext context) {
    List<Entity> entities = FINDER.find(text, context);
    return entities.isEmpty()
        ? "-"
        : entities.stream().map(Entity::canonical).collect(Collectors.joining(" | "));
  }

  static String found(String text) {
    return found(text, USUAL);
  }
}
