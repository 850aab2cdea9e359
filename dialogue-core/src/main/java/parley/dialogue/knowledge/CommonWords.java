package parley.dialogue.knowledge;

import java.util.Collections;
import java.util.List;

/// Whether two texts share a word that carries meaning, in any of its forms.
public final class CommonWords {

  private CommonWords() {}

  /// The share of words that two texts have in common, of all that they have.
  public static double share(String one, String other) {
    try (SpokenAnalyzer analyzer = new SpokenAnalyzer()) {
      List<String> left = analyzer.stems(one);
      List<String> right = analyzer.stems(other);
      long both = left.stream().filter(right::contains).count();
      return both == 0 ? 0 : 2.0 * both / (left.size() + right.size());
    }
  }

  public static boolean any(String one, String other) {
    try (SpokenAnalyzer analyzer = new SpokenAnalyzer()) {
      return !Collections.disjoint(analyzer.stems(one), analyzer.stems(other));
    }
  }
}
