package parley.dialogue.intents;

/// Turns a text into a vector of length one; texts of like meaning lie near each other. Thread:
/// any, several at a time.
public interface SentenceVectors {

  /// The vector of a text of any length and script, always of as many numbers; what is too long for
  /// the model is left out at its end.
  float[] of(String text);
}
