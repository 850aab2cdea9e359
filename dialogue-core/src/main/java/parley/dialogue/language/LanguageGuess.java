package parley.dialogue.language;

import java.util.Optional;

/// What a message says about the language its author speaks.
///
/// @param code ISO 639-1; empty where the message has no words of any known language
/// @param confidence 0 to 1
/// @param weight how much one should make of it
public record LanguageGuess(Optional<String> code, double confidence, Weight weight) {

  public static final LanguageGuess NONE = new LanguageGuess(Optional.empty(), 0, Weight.NONE);

  private static final double LIKELY = 0.8;
  private static final double CERTAIN = 0.98;

  /// What a message is worth as a sign of its author's language.
  public enum Weight {
    /// Says nothing: no words, a number, a name, one or two words that any language may borrow.
    NONE,
    /// A sign, to be trusted when another one says the same.
    SIGN,
    /// So long and plain that it is enough by itself.
    PROOF
  }

  public LanguageGuess {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("A confidence lies between 0 and 1, not " + confidence);
    }
    if (code.isEmpty() && weight != Weight.NONE) {
      throw new IllegalArgumentException("No language, but a weight of " + weight);
    }
  }

  /// The guess for a text, weighed.
  static LanguageGuess of(String code, double confidence, Telling text) {
    return new LanguageGuess(Optional.of(code), confidence, weight(confidence, text));
  }

  private static Weight weight(double confidence, Telling text) {
    if (confidence >= CERTAIN && text.isLong()) {
      return Weight.PROOF;
    }
    return confidence >= LIKELY && text.isSentence() ? Weight.SIGN : Weight.NONE;
  }
}
