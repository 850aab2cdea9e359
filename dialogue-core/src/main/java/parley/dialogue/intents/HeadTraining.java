package parley.dialogue.intents;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Trains a linear head: multinomial logistic regression with a penalty on the squares of its
/// weights, by stochastic gradient descent with a falling rate and a fixed seed, so the same
/// examples give the same head. Classes that an example's shares leave at nothing are not touched,
/// which is most of them: an epoch costs little more than reading the examples.
final class HeadTraining {
  private static final long SEED = 7;
  private static final double RATE = 0.1;

  /** How far the sum of all examples' losses outweighs the penalty. */
  private static final double FIT = 1;

  private static final float NOTHING = 1e-4f;
  private static final int STEPS = 300_000;
  private static final int FEWEST_EPOCHS = 20;
  private static final int MOST_EPOCHS = 100;

  private HeadTraining() {}

  /// @param labels the class of each example, in their order
  static LinearHead train(List<Features> examples, List<Integer> labels, int classes, int words) {
    LinearHead head = new LinearHead(classes, examples.getFirst().dense().length, words);
    int epochs = Math.clamp(STEPS / examples.size(), FEWEST_EPOCHS, MOST_EPOCHS);
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Random random = new Random(SEED);
    float[] shares = new float[classes];
    for (int epoch = 0; epoch < epochs; epoch++) {
      double rate = RATE * (1 - (double) epoch / epochs);
      shuffle(order, random);
      for (int i : order) {
        step(head, examples.get(i), labels.get(i), shares, (float) rate);
      }
      shrink(head, (float) Math.exp(-rate / FIT));
    }
    return head;
  }

  private static void step(
      LinearHead head, Features features, int label, float[] shares, float rate) {
    head.scores(features, shares);
    LinearHead.toShares(shares, 1);
    shares[label] -= 1;
    int[] touched =
        IntStream.range(0, shares.length).filter(k -> Math.abs(shares[k]) >= NOTHING).toArray();
    float[] x = features.dense();
    for (int i = 0; i < x.length; i++) {
      descend(head.dense[i], touched, shares, rate * x[i]);
    }
    descend(head.dense[x.length], touched, shares, rate);
    for (int j = 0; j < features.ids().length; j++) {
      descend(head.words[features.ids()[j]], touched, shares, rate * features.weights()[j]);
    }
  }

  /// Row by row: the weights of one row lie side by side, those of one class do not.
  private static void descend(float[] row, int[] touched, float[] slopes, float by) {
    for (int k : touched) {
      row[k] -= by * slopes[k];
    }
  }

  private static void shrink(LinearHead head, float by) {
    for (int i = 0; i < head.dense.length - 1; i++) { // the bias is free
      shrink(head.dense[i], by);
    }
    for (float[] row : head.words) {
      shrink(row, by);
    }
  }

  private static void shrink(float[] row, float by) {
    for (int k = 0; k < row.length; k++) {
      row[k] *= by;
    }
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
