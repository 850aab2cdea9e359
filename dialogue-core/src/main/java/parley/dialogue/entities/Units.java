package parley.dialogue.entities;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Units in the singular, from every way to write them. Pure; any thread.
final class Units {
  private static final Map<String, String> SINGULARS = singulars();

  private Units() {}

  private static Map<String, String> singulars() {
    Map<String, String> singulars = new HashMap<>();
    for (String line : WordSet.lines("units.txt")) {
      String[] words = line.split("\\s+");
      for (String word : words) {
        singulars.put(word, words[0]);
        singulars.put(plural(word), words[0]);
      }
    }
    // "One second" means "wait": only several are counted.
    singulars.put("seconds", "second");
    return Map.copyOf(singulars);
  }

  private static String plural(String word) {
    if (word.endsWith("y")
        && !word.endsWith("ay")
        && !word.endsWith("oy")
        && !word.endsWith("ey")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    boolean hissing =
        word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
    return word + (hissing ? "es" : "s");
  }

  /// The unit that this word stands for.
  static Optional<String> singular(String word) {
    return Optional.ofNullable(SINGULARS.get(word));
  }

  /// The singular of any word that is counted ("a dozen tulips").
  static String guess(String word) {
    return singular(word)
        .orElseGet(() -> {
          if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
          }
          boolean hissing =
              word.endsWith("xes")
                  || word.endsWith("ches")
                  || word.endsWith("shes")
                  || word.endsWith("sses");
          int cut = hissing ? 2 : word.endsWith("s") && !word.endsWith("ss") ? 1 : 0;
          return word.substring(0, word.length() - cut);
        });
  }
}
