package parley.speech.recognize;

import java.util.List;

/// What may be said next, as a hint to the recognizer.
public sealed interface Vocabulary {

  /// The whole language model.
  Vocabulary OPEN = new Open();

  record Open() implements Vocabulary {}

  /// Only these phrases, in any order and number; everything else comes back as no word. Words that
  /// the model does not know are left out (and counted by the implementation). `name` is for logs
  /// and caches, such as `digits`.
  record Phrases(String name, List<String> phrases) implements Vocabulary {
    public Phrases {
      phrases = List.copyOf(phrases);
      if (phrases.isEmpty()) {
        throw new IllegalArgumentException(
            "A vocabulary of phrases needs at least one; use Vocabulary.OPEN for anything");
      }
    }
  }

  /// These phrases are expected and heard best, but whoever clearly says something else is heard
  /// too: a caller who was asked for a number and cries for help. Costs as much work as [#OPEN]
  /// beside that of the phrases.
  record Expected(Phrases phrases) implements Vocabulary {}
}
