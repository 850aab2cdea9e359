package parley.config;

import java.util.Collection;
import java.util.Comparator;

/// Finds what somebody probably meant.
public final class NearestName {

  private NearestName() {}

  static String of(String wrong, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(wrong, name))
                .thenComparing(name -> name))
        .orElseThrow();
  }

  /// Levenshtein's edit distance: insertions, deletions and substitutions, each 1.
  public static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                previous[column - 1] + change, Math.min(previous[column], current[column - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
