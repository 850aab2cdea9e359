package parley.server.eval.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;

/// A message and the language it is in, from a line `text TAB code`.
record LabelledLanguage(String text, String code) {
  private static final Pattern CODE = Pattern.compile("[a-z]{2}");
  private static final String EXPECTED = "a text, a tab and the two letters of its language";

  /// Lines with # at their beginning are left out.
  ///
  /// @throws BadTestSetException with one sentence
  static List<LabelledLanguage> read(Path file) {
    List<LabelledLanguage> messages = new ArrayList<>();
    int number = 0;
    for (String line : TextLines.of(file, "lines of " + EXPECTED)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      if (columns.length < 2 || !CODE.matcher(columns[1].strip()).matches()) {
        throw new BadTestSetException(file + ", line " + number + ": expected " + EXPECTED);
      }
      messages.add(new LabelledLanguage(columns[0], columns[1].strip()));
    }
    if (messages.isEmpty()) {
      throw new BadTestSetException(file + " holds no message");
    }
    return messages;
  }
}
