package parley.server.eval.speech;

import java.util.ArrayList;
import java.util.List;

/// What was said beside what was heard, word by word, with the fewest errors, and of those ways
/// with as many errors one that leaves the most words right, always the same. Memory grows with the
/// words, not with their square, so hours of speech can be compared. Pure; any thread.
final class Alignment {
  /** Up to so many pairs of words a table of all of them is kept: 8 MB. */
  private static final long SMALL = 1_000_000;

  /** An error's cost; larger than the number of words, which decide between ways as good. */
  private static final long ERROR = 1L << 32;

  /** The fewest of these leave the most words right. */
  private static final long REPLACED = ERROR + 1;

  /// One place in both.
  sealed interface Step {

    /// Heard as it was said.
    record Right(String word) implements Step {}

    /// Taken for another word.
    record Replaced(String said, String heard) implements Step {}

    /// Said and not heard.
    record LeftOut(String said) implements Step {}

    /// Heard and not said.
    record PutIn(String heard) implements Step {}
  }

  private Alignment() {}

  static List<Step> of(List<String> said, List<String> heard) {
    List<Step> steps = new ArrayList<>();
    int same = 0;
    while (same < Math.min(said.size(), heard.size()) && said.get(same).equals(heard.get(same))) {
      steps.add(new Step.Right(said.get(same)));
      same++;
    }
    add(said.subList(same, said.size()), heard.subList(same, heard.size()), steps);
    return steps;
  }

  /// Halves what was said until the pieces are small (D. Hirschberg, 1975: "A linear space
  /// algorithm for computing maximal common subsequences").
  private static void add(List<String> said, List<String> heard, List<Step> steps) {
    if (said.size() < 2 || (said.size() + 1L) * (heard.size() + 1L) <= SMALL) {
      steps.addAll(small(said, heard));
      return;
    }
    int half = said.size() / 2;
    long[] before = lastRow(said.subList(0, half), heard);
    long[] after = lastRow(said.subList(half, said.size()).reversed(), heard.reversed());
    int cut = 0;
    for (int i = 1; i < before.length; i++) {
      if (before[i] + after[heard.size() - i] < before[cut] + after[heard.size() - cut]) {
        cut = i;
      }
    }
    add(said.subList(0, half), heard.subList(0, cut), steps);
    add(said.subList(half, said.size()), heard.subList(cut, heard.size()), steps);
  }

  /// The least cost between all that was said and each beginning of what was heard.
  private static long[] lastRow(List<String> said, List<String> heard) {
    long[] row = firstRow(heard);
    for (String word : said) {
      row = nextRow(row, word, heard);
    }
    return row;
  }

  private static long[] firstRow(List<String> heard) {
    long[] row = new long[heard.size() + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = i * ERROR;
    }
    return row;
  }

  private static long[] nextRow(long[] row, String word, List<String> heard) {
    long[] next = new long[row.length];
    next[0] = row[0] + ERROR;
    for (int i = 1; i < row.length; i++) {
      long paired = row[i - 1] + (word.equals(heard.get(i - 1)) ? 0 : REPLACED);
      next[i] = Math.min(paired, ERROR + Math.min(row[i], next[i - 1]));
    }
    return next;
  }

  private static List<Step> small(List<String> said, List<String> heard) {
    List<long[]> rows = new ArrayList<>();
    rows.add(firstRow(heard));
    for (String word : said) {
      rows.add(nextRow(rows.getLast(), word, heard));
    }
    List<Step> backwards = new ArrayList<>();
    int i = said.size();
    int j = heard.size();
    while (i > 0 || j > 0) {
      long cost = rows.get(i)[j];
      boolean same = i > 0 && j > 0 && said.get(i - 1).equals(heard.get(j - 1));
      if (i > 0 && j > 0 && rows.get(i - 1)[j - 1] + (same ? 0 : REPLACED) == cost) {
        String word = said.get(i - 1);
        backwards.add(same ? new Step.Right(word) : new Step.Replaced(word, heard.get(j - 1)));
        i--;
        j--;
      } else if (i > 0 && rows.get(i - 1)[j] + ERROR == cost) {
        backwards.add(new Step.LeftOut(said.get(--i)));
      } else {
        backwards.add(new Step.PutIn(heard.get(--j)));
      }
    }
    return backwards.reversed();
  }
}
