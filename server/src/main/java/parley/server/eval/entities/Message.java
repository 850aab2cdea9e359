package parley.server.eval.entities;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import parley.dialogue.entities.CallerContext;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;

/// A message and what is to be found in it.
///
/// @param entities in their canonical form, in the order of the text
record Message(String text, CallerContext context, List<String> entities) {
  private static final String EXPECTED =
      "a text, a tab, the context (such as 2027-03-03T10:15 Europe/London GB, or -), a tab, and the"
          + " entities with \" | \" between them, or -";
  private static final String USUAL = "2027-03-03T10:15 Europe/London GB";

  Message {
    entities = List.copyOf(entities);
  }

  /// @throws BadTestSetException with one sentence
  static List<Message> read(Path file) {
    List<Message> messages = new ArrayList<>();
    int number = 0;
    for (String line : TextLines.of(file, "lines of " + EXPECTED)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        messages.add(parse(line, file + ", line " + number));
      }
    }
    if (messages.isEmpty()) {
      throw new BadTestSetException(file + " holds no message");
    }
    return messages;
  }

  private static Message parse(String line, String where) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3 || columns[2].isBlank()) {
      throw new BadTestSetException(where + ": expected " + EXPECTED);
    }
    String text = columns[0].replace("\\n", "\n").replace("\\t", "\t");
    String entities = columns[2].strip();
    return new Message(
        text,
        context(columns[1].strip().equals("-") ? USUAL : columns[1].strip(), where),
        entities.equals("-") ? List.of() : List.of(entities.split(" \\| ")));
  }

  private static CallerContext context(String written, String where) {
    String[] parts = written.split(" ");
    try {
      ZoneId zone = ZoneId.of(parts[1]);
      return new CallerContext(
          LocalDateTime.parse(parts[0]).atZone(zone).toInstant(), zone, parts[2]);
    } catch (DateTimeException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
      throw new BadTestSetException(
          where + ": expected a context such as " + USUAL + ", or -, in the second column");
    }
  }

  static String shown(List<String> entities) {
    return entities.isEmpty() ? "-" : String.join(" | ", entities);
  }
}
