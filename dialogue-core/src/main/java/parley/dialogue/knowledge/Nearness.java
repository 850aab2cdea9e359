package parley.dialogue.knowledge;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.VectorUtil;

/// How near two texts are: by what they mean where there is a model of sentences, else by the share
/// of the first one's words that the second has. Any thread.
public final class Nearness {

  private final Optional<Semantics> semantics;

  public Nearness(Optional<Semantics> semantics) {
    this.semantics = semantics;
  }

  /// Whether there is a model of sentences.
  public boolean byMeaning() {
    return semantics.isPresent();
  }

  /// @param asked the words of a caller
  /// @param text of the knowledge: its vector is kept
  /// @return at most 1
  public double of(String asked, String text) {
    return semantics
        .map(model ->
            (double) VectorUtil.dotProduct(model.question(asked), model.entries().of(text)))
        .orElseGet(() -> shared(asked, text));
  }

  private static double shared(String asked, String text) {
    try (SpokenAnalyzer analyzer = new SpokenAnalyzer()) {
      List<String> stems = analyzer.stems(asked);
      List<String> there = analyzer.stems(text);
      return stems.isEmpty()
          ? 0
          : (double) stems.stream().filter(there::contains).count() / stems.size();
    }
  }
}
