package parley.server.eval;

import java.util.List;

/// How many words were left out, put in or taken for another.
final class WordErrors {
  private WordErrors() {}

  /// The fewest edits that make one of the other.
  static int between(List<String> said, List<String> heard) {
    int[] row = new int[heard.size() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= said.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[heard.size()];
  }
}
