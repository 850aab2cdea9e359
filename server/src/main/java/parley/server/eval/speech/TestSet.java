package parley.server.eval.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;

/// Recordings and what is said in them.
record TestSet(List<Utterance> utterances) {

  TestSet {
    utterances = List.copyOf(utterances);
  }

  /// @param words lower case, without punctuation
  /// @param speaker empty when the list does not say
  record Utterance(Path file, List<String> words, String speaker) {
    Utterance {
      words = List.copyOf(words);
    }
  }

  /// Reads lines `file TAB transcript [TAB speaker]`; the file's path starts at the list's folder.
  /// More columns are left alone, and so is a first line whose file is not there: a header.
  ///
  /// @throws BadTestSetException with one sentence
  static TestSet read(Path list) {
    List<Utterance> utterances = new ArrayList<>();
    int number = 0;
    for (String line : TextLines.of(list, "lines of a file, a tab and what is said in it")) {
      number++;
      String[] columns = line.split("\t", -1);
      if (line.isBlank()) {
        continue;
      }
      if (columns.length < 2) {
        throw new BadTestSetException(
            list + ", line " + number + ": expected a file, a tab and what is said in it");
      }
      Path file = list.resolveSibling(columns[0]);
      if (Files.exists(file)) {
        utterances.add(new Utterance(file, words(columns[1]), speaker(columns)));
      } else if (number > 1) {
        throw new BadTestSetException(list + ", line " + number + ": there is no file " + file);
      }
    }
    if (utterances.isEmpty()) {
      throw new BadTestSetException(list + " names no recording");
    }
    return new TestSet(utterances);
  }

  private static String speaker(String[] columns) {
    return columns.length < 3 ? "" : columns[2].strip();
  }

  static List<String> words(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+", " ").strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }
}
