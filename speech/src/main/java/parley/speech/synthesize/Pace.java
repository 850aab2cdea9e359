package parley.speech.synthesize;

/// How quickly words are spoken.
public enum Pace {
  USUAL,
  /// For who cannot follow: about four thirds of the time.
  SLOW
}
