package parley.dialogue.knowledge;

import java.util.Collections;

/// Whether two texts share a word that carries meaning, in any of its forms.
public final class CommonWords {

  private CommonWords() {}

  public static boolean any(String one, String other) {
    try (SpokenAnalyzer analyzer = new SpokenAnalyzer()) {
      return !Collections.disjoint(analyzer.stems(one), analyzer.stems(other));
    }
  }
}
