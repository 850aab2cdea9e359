package parley.dialogue.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
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

  /// How near texts of the knowledge, whose vectors are kept, are to the words of a caller: at most
  /// 1. For one question, of which the vector is computed once.
  public ToDoubleFunction<String> to(String asked) {
    if (semantics.isEmpty()) {
      return text -> shared(asked, text);
    }
    float[] question = semantics.get().question(asked);
    return text -> VectorUtil.dotProduct(question, semantics.get().entries().of(text));
  }

  /// How near a question is to what nothing in the knowledge is about; 0 without a model.
  public double toOtherTopics(String asked) {
    return semantics.map(model -> model.otherTopic(model.question(asked))).orElse(0.0);
  }

  /// Has the vector of a text computed and kept, if it is not yet.
  public void know(String text) {
    semantics.ifPresent(model -> {
      var _ = model.entries().of(text);
    });
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
