package parley.server.eval.retrieval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.dialogue.knowledge.KnownEntries;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;

/// A question and the id of the entry that it means.
record Asked(String question, String id) {

  /// Reads lines of a question, a tab and an id.
  ///
  /// @throws BadTestSetException with one sentence
  static List<Asked> read(Path file, KnownEntries known) {
    List<Asked> all = new ArrayList<>();
    int number = 0;
    for (String line : TextLines.of(file, "lines of a question, a tab and the id of its entry")) {
      number++;
      if (!line.isBlank()) {
        all.add(parse(line, file + ", line " + number, known));
      }
    }
    if (all.isEmpty()) {
      throw new BadTestSetException(file + " holds no question");
    }
    return all;
  }

  private static Asked parse(String line, String place, KnownEntries known) {
    String[] columns = line.split("\t", -1);
    if (columns.length < 2 || columns[0].isBlank() || columns[1].isBlank()) {
      throw new BadTestSetException(place + ": expected a question, a tab and the id of its entry");
    }
    String id = columns[1].strip();
    if (known.find(id).isEmpty()) {
      throw new BadTestSetException(place + ": the knowledge has no entry " + id);
    }
    return new Asked(columns[0].strip(), id);
  }
}
