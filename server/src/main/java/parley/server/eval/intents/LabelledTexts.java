package parley.server.eval.intents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.dialogue.intents.Example;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;

/// Texts and the intents they have, from a file of lines `text TAB label`; the label `oos` is none.
final class LabelledTexts {
  private LabelledTexts() {}

  /// @throws BadTestSetException with one sentence
  static List<Example> read(Path file) {
    List<Example> examples = new ArrayList<>();
    int number = 0;
    for (String line : TextLines.of(file, "lines of a text, a tab and its intent")) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      if (columns.length < 2 || columns[1].isBlank()) {
        throw new BadTestSetException(
            file + ", line " + number + ": expected a text, a tab and its intent, or oos for none");
      }
      examples.add(new Example(columns[0], columns[1].strip()));
    }
    if (examples.isEmpty()) {
      throw new BadTestSetException(file + " holds no text");
    }
    return examples;
  }
}
