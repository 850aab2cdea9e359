package parley.server.eval.intents;

/// Between what is said and what is understood of it: words get lost there. Thread: one owner.
interface NoisyLine {
  /// What comes out of the line.
  String heard(String message) throws InterruptedException;

  /// Errors a word so far.
  double wordErrorRate();
}
