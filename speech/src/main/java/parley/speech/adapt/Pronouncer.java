package parley.speech.adapt;

import java.util.List;
import java.util.Optional;

/// Says how a word that no lexicon has is pronounced. Thread: one at a time.
@FunctionalInterface
public interface Pronouncer {
  /// Phones as CMUdict names them, without stress; empty when there is no telling.
  Optional<List<String>> phones(String word);
}
