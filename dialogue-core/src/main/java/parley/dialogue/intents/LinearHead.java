package parley.dialogue.intents;

/// A score for each class, linear in the features. Written by [HeadTraining], then only read.
final class LinearHead {
  final int classes;

  /** For each class: the weights of the vector, and the bias behind them. */
  final float[][] dense;

  /** For each word: the weights for all classes. */
  final float[][] words;

  LinearHead(int classes, int vector, int words) {
    this.classes = classes;
    this.dense = new float[classes][vector + 1];
    this.words = new float[words][classes];
  }

  float[] scores(Features features) {
    float[] scores = new float[classes];
    scores(features, scores);
    return scores;
  }

  void scores(Features features, float[] into) {
    float[] x = features.dense();
    for (int k = 0; k < classes; k++) {
      float[] row = dense[k];
      float sum = row[x.length];
      for (int i = 0; i < x.length; i++) {
        sum += row[i] * x[i];
      }
      into[k] = sum;
    }
    for (int j = 0; j < features.ids().length; j++) {
      float weight = features.weights()[j];
      float[] row = words[features.ids()[j]];
      for (int k = 0; k < classes; k++) {
        into[k] += weight * row[k];
      }
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
