package parley.dialogue.language;

/// Tells which language a message is written in. Thread: any, several at a time.
@FunctionalInterface
public interface LanguageDetection {

  /// Takes a message of any length and script, empty ones too. The first call may take seconds
  /// where a model has to be loaded.
  LanguageGuess of(String message);
}
