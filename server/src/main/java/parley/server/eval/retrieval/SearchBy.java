package parley.server.eval.retrieval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.RememberedVectors;
import parley.dialogue.knowledge.Semantics;

/// By what entries are searched.
enum SearchBy {
  WORDS,
  VECTORS,
  BOTH;

  /// @param vectors loads the model of sentences; asked where it is needed
  Optional<Semantics> semantics(Supplier<SentenceVectors> vectors) {
    return switch (this) {
      case WORDS -> Optional.empty();
      case VECTORS -> Optional.of(full(vectors.get()).alone());
      case BOTH -> Optional.of(full(vectors.get()));
    };
  }

  private static Semantics full(SentenceVectors model) {
    Map<String, float[]> kept = new ConcurrentHashMap<>();
    return Semantics.of(
        text -> kept.computeIfAbsent(text, model::of), new RememberedVectors(model), List.of());
  }
}
