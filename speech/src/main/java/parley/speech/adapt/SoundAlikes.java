package parley.speech.adapt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which words of a model's lexicon sound like another, nearest first: what a recognizer may take
/// it for. The distance of two words is that of their pronunciations: the least cost of phones left
/// out, put in and replaced, where phones that are made alike cost less. Thread: any; the first
/// question for a word takes some milliseconds.
public final class SoundAlikes {
  private static final int MOST = 8;

  /** A share of the word's phones; what is farther is another word, not a mishearing. */
  private static final double FARTHEST = 0.45;

  private static final double LEFT_OUT = 0.8;
  private static final double NEAR = 0.3;
  private static final double SOME = 0.55;

  private static final Set<String> VOWELS =
      Set.of(
          "AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW");

  /** Made at the same place, or in the same way. */
  private static final List<Set<String>> LIKE =
      List.of(
          Set.of("P", "B"),
          Set.of("T", "D"),
          Set.of("K", "G"),
          Set.of("F", "V"),
          Set.of("S", "Z"),
          Set.of("TH", "DH"),
          Set.of("SH", "ZH"),
          Set.of("CH", "JH"),
          Set.of("M", "N"),
          Set.of("N", "NG"),
          Set.of("S", "F"),
          Set.of("TH", "F"),
          Set.of("IH", "IY"),
          Set.of("UH", "UW"),
          Set.of("AH", "ER"),
          Set.of("AH", "IH"),
          Set.of("AA", "AO"),
          Set.of("AE", "EH"));

  /// A word and how far it is.
  public record Alike(String word, double distance) {}

  private final Lexicon lexicon;
  private final Map<String, List<Alike>> found = new HashMap<>();

  private SoundAlikes(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// @param model a folder that has `words/lexicon.txt.gz`
  /// @throws AdaptException when it has none
  public static SoundAlikes in(Path model) {
    return new SoundAlikes(Lexicon.read(model.resolve("words/lexicon.txt.gz")));
  }

  /// At most eight, itself not among them; none for a word that the lexicon does not have.
  public synchronized List<Alike> of(String word) {
    return found.computeIfAbsent(word, this::search);
  }

  private List<Alike> search(String word) {
    List<List<String>> sounds = lexicon.words().getOrDefault(word, List.of());
    List<Alike> near = new ArrayList<>();
    lexicon
        .words()
        .forEach((other, others) -> {
          double distance = distance(sounds, others);
          if (!other.equals(word) && distance > 0) {
            near.add(new Alike(other, distance));
          }
        });
    return near.stream()
        .filter(alike -> Double.isFinite(alike.distance()))
        .sorted(Comparator.comparingDouble(Alike::distance).thenComparing(Alike::word))
        .limit(MOST)
        .toList();
  }

  /// Between the nearest pronunciations; infinite when all are too far.
  private static double distance(List<List<String>> sounds, List<List<String>> others) {
    double least = Double.POSITIVE_INFINITY;
    for (List<String> one : sounds) {
      double farthest = Math.max(1, FARTHEST * one.size());
      for (List<String> other : others) {
        if (Math.abs(one.size() - other.size()) * LEFT_OUT <= farthest) {
          double cost = cost(one, other);
          least = cost <= farthest ? Math.min(least, cost) : least;
        }
      }
    }
    return least;
  }

  private static double cost(List<String> one, List<String> other) {
    double[] before = new double[other.size() + 1];
    double[] now = new double[other.size() + 1];
    for (int j = 1; j <= other.size(); j++) {
      before[j] = j * LEFT_OUT;
    }
    for (int i = 1; i <= one.size(); i++) {
      now[0] = i * LEFT_OUT;
      for (int j = 1; j <= other.size(); j++) {
        double replaced = before[j - 1] + replaced(one.get(i - 1), other.get(j - 1));
        now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + LEFT_OUT);
      }
      double[] kept = before;
      before = now;
      now = kept;
    }
    return before[other.size()];
  }

  private static double replaced(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    if (LIKE.stream().anyMatch(set -> set.contains(one) && set.contains(other))) {
      return NEAR;
    }
    return VOWELS.contains(one) && VOWELS.contains(other) ? SOME : 1;
  }
}
