package parley.dialogue.knowledge;

import java.util.Collections;
import java.util.List;

/// Whether two texts share a word that carries meaning, in any of its forms.
public final class CommonWords {

  private CommonWords() {}

  /// The share of words that two texts have in common, of all that they have.
  public static double share(String one, String other) {
    return share(stems(one), stems(other));
  }

  /// The same of words in their stems, for texts that are compared with many.
  public static double share(List<String> left, List<String> right) {
    long both = left.stream().filter(right::contains).count();
    return both == 0 ? 0 : 2.0 * both / (left.size() + right.size());
  }

  /// A text's words that carry meaning, in their stems.
  public static List<String> stems(String text) {
    try (SpokenAnalyzer analyzer = new SpokenAnalyzer()) {
      return analyzer.stems(text);
    }
  }

  public static boolean any(String one, String other) {
    return !Collections.disjoint(stems(one), stems(other));
  }
}
