package parley.dialogue.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects everything that is wrong in a set of files, so that it can be told at once. Thread: the
/// one that loads.
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  public void add(String file, int line, String what, String remedy) {
    found.add(new Problem(file, line, what, remedy));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// All problems, by file and line.
  public List<Problem> sorted() {
    return found.stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }

  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new BadFilesException(sorted());
    }
  }
}
