package parley.dialogue.llm;

import java.util.List;
import java.util.Optional;

/// Judges an answer sentence by sentence, before each is said. Quick, pure; any thread.
@FunctionalInterface
public interface DraftCheck {

  /// A word for the log that says what is wrong, such as `number-from-nowhere`; it quotes nothing.
  /// Empty when the sentence may be said.
  ///
  /// @param before the sentences of the same answer that were said already
  Optional<String> objection(Sentence sentence, List<Sentence> before, Inquiry inquiry);

  /// Everything may be said.
  static DraftCheck none() {
    return (_, _, _) -> Optional.empty();
  }
}
