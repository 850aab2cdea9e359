package parley.server.eval;

import java.util.Optional;
import parley.speech.recognize.Recognizers;
import parley.speech.recognize.Vocabulary;

/// What is under test in `eval speech`; `Main` makes it.
///
/// @param model the model's name
public record Ear(Recognizers recognizers, String language, Vocabulary digits, String model)
    implements AutoCloseable {

  /// What may be said; empty when there is no such grammar.
  Optional<Vocabulary> grammar(String name) {
    return switch (name) {
      case "digits" -> Optional.of(digits);
      case "none" -> Optional.of(Vocabulary.OPEN);
      default -> Optional.empty();
    };
  }

  @Override
  public void close() {
    recognizers.close();
  }
}
