package parley.dialogue.intents;

/// A score for each class, linear in the features. Written by [HeadTraining], then only read.
final class LinearHead {
  final int classes;

  /** For each number of the vector, and behind them for the bias: the weights for all classes. */
  final float[][] dense;

  /** For each word: the weights for all classes. */
  final float[][] words;

  LinearHead(int classes, int vector, int words) {
    this.classes = classes;
    this.dense = new float[vector + 1][classes];
    this.words = new float[words][classes];
  }

  float[] scores(Features features) {
    float[] scores = new float[classes];
    scores(features, scores);
    return scores;
  }

  void scores(Features features, float[] into) {
    float[] x = features.dense();
    System.arraycopy(dense[x.length], 0, into, 0, classes);
    for (int i = 0; i < x.length; i++) {
      add(x[i], dense[i], into);
    }
    for (int j = 0; j < features.ids().length; j++) {
      add(features.weights()[j], words[features.ids()[j]], into);
    }
  }

  /// Row by row, not class by class: the compiler makes vector instructions of this loop.
  private static void add(float weight, float[] row, float[] into) {
    for (int k = 0; k < into.length; k++) {
      into[k] += weight * row[k];
    }
  }

  /// Scores to shares that add up to one; a temperature over one makes them more even.
  static float[] shares(float[] scores, double temperature) {
    float[] shares = scores.clone();
    toShares(shares, temperature);
    return shares;
  }

  /// The same in place.
  static void toShares(float[] scores, double temperature) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) Math.exp((scores[k] - most) / temperature);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) (scores[k] / sum);
    }
  }
}
