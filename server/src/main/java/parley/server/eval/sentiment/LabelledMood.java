package parley.server.eval.sentiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.dialogue.sentiment.Sentiment.Polarity;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;

/// A message and how its author feels, from a line `text TAB polarity` or `text TAB polarity TAB
/// flags`, flags being anger, distress or both with a comma.
record LabelledMood(String text, Polarity polarity, boolean anger, boolean distress) {
  private static final Set<String> FLAGS = Set.of("anger", "distress");
  private static final String EXPECTED =
      "a text, a tab, and negative, neutral or positive; then perhaps a tab and anger, distress or"
          + " both with a comma";

  /// Lines with # at their beginning are left out.
  ///
  /// @throws BadTestSetException with one sentence
  static List<LabelledMood> read(Path file) {
    List<LabelledMood> messages = new ArrayList<>();
    int number = 0;
    for (String line : TextLines.of(file, "lines of " + EXPECTED)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        int at = number;
        messages.add(
            parse(line)
                .orElseThrow(() ->
                    new BadTestSetException(file + ", line " + at + ": expected " + EXPECTED)));
      }
    }
    if (messages.isEmpty()) {
      throw new BadTestSetException(file + " holds no message");
    }
    return messages;
  }

  private static Optional<LabelledMood> parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length < 2) {
      return Optional.empty();
    }
    String flags = columns.length > 2 ? columns[2].strip() : "";
    Set<String> raised = flags.isEmpty() ? Set.of() : Set.of(flags.split(" *, *"));
    if (!FLAGS.containsAll(raised)) {
      return Optional.empty();
    }
    return Stream.of(Polarity.values())
        .filter(polarity -> polarity.key().equals(columns[1].strip()))
        .findFirst()
        .map(polarity ->
            new LabelledMood(
                columns[0], polarity, raised.contains("anger"), raised.contains("distress")));
  }
}
