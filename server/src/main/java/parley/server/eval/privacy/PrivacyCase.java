package parley.server.eval.privacy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.dialogue.privacy.Finding;
import parley.dialogue.privacy.PersonalKind;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;

/// A message and the personal data in it.
record PrivacyCase(String text, List<Finding> expected) {

  private static final String FORM =
      "lines of a text, a tab and what is personal in it, as KIND: WORDS | KIND: WORDS";

  PrivacyCase {
    expected = List.copyOf(expected);
  }

  /// @throws BadTestSetException with one sentence
  static List<PrivacyCase> read(Path file) {
    List<PrivacyCase> cases = new ArrayList<>();
    int number = 0;
    for (String line : TextLines.of(file, FORM)) {
      number++;
      if (!line.isBlank()) {
        cases.add(parse(line, file + ", line " + number));
      }
    }
    if (cases.isEmpty()) {
      throw new BadTestSetException(file + " holds no text; expected " + FORM);
    }
    return cases;
  }

  private static PrivacyCase parse(String line, String where) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 2) {
      throw new BadTestSetException(where + ": expected " + FORM);
    }
    String text = columns[0].replace("\\n", "\n");
    List<Finding> expected = new ArrayList<>();
    int from = 0;
    for (String span : columns[1].isBlank() ? new String[0] : columns[1].split(" \\| ")) {
      Finding finding = finding(text, span, from, where);
      expected.add(finding);
      from = finding.to();
    }
    return new PrivacyCase(text, expected);
  }

  private static Finding finding(String text, String span, int from, String where) {
    int colon = span.indexOf(": ");
    String words = span.substring(colon + 1).strip();
    int at = colon < 0 ? -1 : text.indexOf(words, from);
    if (at < 0 || words.isEmpty()) {
      throw new BadTestSetException(
          where + ": the text does not hold the words \"" + span + "\"; expected KIND: WORDS");
    }
    return new Finding(kind(span.substring(0, colon), where), at, at + words.length());
  }

  private static PersonalKind kind(String name, String where) {
    for (PersonalKind kind : PersonalKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new BadTestSetException(
        where + ": " + name + " is no kind; allowed are " + List.of(PersonalKind.values()));
  }
}
