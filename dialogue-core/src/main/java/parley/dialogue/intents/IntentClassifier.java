package parley.dialogue.intents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// Says which intent a message has, learned from examples (ten an intent are enough) in seconds and
/// without a GPU. Its confidence is calibrated, and it knows when a message fits none of the
/// intents: both learned from examples that a first head was not trained on. The same examples give
/// the same classifier. Immutable; any thread.
public final class IntentClassifier {

  /** Share of messages whose intent is guessed right that may be taken for having none. */
  private static final double REJECTED = 0.01;

  /** The same where no example shows what is none of the intents. */
  private static final double REJECTED_UNTAUGHT = 0.002;

  /** Fewer examples than this all take their turn at being held out: it costs little. */
  private static final int FEW = 2_000;

  /** What is likelier than not is never taken for none, however sure all examples were. */
  private static final double EVEN = 0.5;

  private static final int HELD_OUT_OF = 5;
  private static final int FEWEST_HELD_OUT = 20;

  private final SentenceVectors vectors;
  private final FeatureSpace space;
  private final LinearHead head;
  private final List<String> intents;
  private final Calibration calibration;

  /// @param temperature by which scores are divided
  /// @param least confidence of a message that has an intent
  private record Calibration(double temperature, double least) {
    static final Calibration NONE = new Calibration(1, 0);
  }

  /// Examples with their features and the number of their class.
  private record Prepared(List<Features> features, List<Integer> classes) {
    Prepared part(List<Integer> chosen) {
      return new Prepared(
          chosen.stream().map(features::get).toList(), chosen.stream().map(classes::get).toList());
    }
  }

  private record Held(String wanted, Guess guess) {
    boolean right() {
      return guess.intent().equals(wanted);
    }
  }

  private IntentClassifier(
      SentenceVectors vectors,
      FeatureSpace space,
      LinearHead head,
      List<String> intents,
      Calibration calibration) {
    this.vectors = vectors;
    this.space = space;
    this.head = head;
    this.intents = intents;
    this.calibration = calibration;
  }

  /// Learns. Uses all cores while it turns texts into vectors, then two.
  ///
  /// @param examples of two intents at least; examples of [Example#NONE] help, and are not needed
  /// @throws IllegalArgumentException with one sentence, for fewer
  public static IntentClassifier learn(List<Example> examples, SentenceVectors vectors) {
    List<String> intents =
        List.copyOf(new TreeSet<>(examples.stream().map(Example::intent).toList()));
    if (intents.stream().filter(intent -> !intent.equals(Example.NONE)).count() < 2) {
      throw new IllegalArgumentException(
          "Found examples of %s: expected at least two intents to tell apart".formatted(intents));
    }
    FeatureSpace space = FeatureSpace.of(examples);
    List<Features> features =
        examples.parallelStream()
            .map(example -> space.of(example.text(), vectors.of(example.text())))
            .toList();
    List<Integer> classes =
        examples.stream().map(example -> intents.indexOf(example.intent())).toList();
    Prepared all = new Prepared(features, classes);
    CompletableFuture<Calibration> calibrating =
        CompletableFuture.supplyAsync(() -> calibrate(all, intents, space.words()));
    LinearHead head = HeadTraining.train(features, classes, intents.size(), space.words());
    Calibration calibration = calibrating.join();
    return new IntentClassifier(vectors, space, head, intents, calibration);
  }

  /// What heads say of examples that they were not trained on: a fifth of them, or, when there are
  /// few, all, by five heads.
  private static Calibration calibrate(Prepared all, List<String> intents, int words) {
    List<float[]> scores = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    int rounds = all.classes().size() < FEW ? HELD_OUT_OF : 1;
    for (int round = 0; round < rounds; round++) {
      List<Integer> kept = new ArrayList<>();
      List<Integer> heldOut = new ArrayList<>();
      Map<Integer, Integer> seen = new HashMap<>();
      for (int i = 0; i < all.classes().size(); i++) {
        int turn = seen.merge(all.classes().get(i), 1, Integer::sum) % HELD_OUT_OF;
        (turn == round ? heldOut : kept).add(i);
      }
      if (kept.isEmpty()) {
        continue; // one example an intent: nothing is left to learn from
      }
      Prepared training = all.part(kept);
      Prepared held = all.part(heldOut);
      LinearHead head =
          HeadTraining.train(training.features(), training.classes(), intents.size(), words);
      held.features().forEach(features -> scores.add(head.scores(features)));
      right.addAll(held.classes());
    }
    if (scores.size() < FEWEST_HELD_OUT) {
      return Calibration.NONE;
    }
    double rejected = intents.contains(Example.NONE) ? REJECTED : REJECTED_UNTAUGHT;
    double temperature =
        IntStream.rangeClosed(-10, 20) // 0.6 to 2.7: few easy examples would ask for certainty
            .mapToObj(step -> Math.exp(step * 0.05))
            .min(Comparator.comparingDouble(each -> surprise(scores, right, each)))
            .orElse(1.0);
    double[] confidences =
        IntStream.range(0, right.size())
            .filter(i -> !intents.get(right.get(i)).equals(Example.NONE))
            .mapToObj(i ->
                new Held(
                    intents.get(right.get(i)),
                    best(intents, LinearHead.shares(scores.get(i), temperature))))
            .filter(Held::right)
            .mapToDouble(held -> held.guess().confidence())
            .sorted()
            .toArray();
    return confidences.length == 0
        ? Calibration.NONE
        : new Calibration(
            temperature, Math.min(EVEN, confidences[(int) (rejected * confidences.length)]));
  }

  /// Sum of the negative logarithms of the right classes' shares.
  private static double surprise(List<float[]> scores, List<Integer> right, double temperature) {
    double sum = 0;
    for (int i = 0; i < right.size(); i++) {
      float share = LinearHead.shares(scores.get(i), temperature)[right.get(i)];
      sum -= Math.log(Math.max(share, 1e-9));
    }
    return sum;
  }

  /// The likeliest intent that is one.
  private static Guess best(List<String> intents, float[] shares) {
    int best = -1;
    double most = -1;
    int likeliest = 0;
    for (int k = 0; k < shares.length; k++) {
      boolean intent = !intents.get(k).equals(Example.NONE);
      if (intent && shares[k] > most) {
        best = k;
        most = shares[k];
      }
      likeliest = shares[k] > shares[likeliest] ? k : likeliest;
    }
    return new Guess(intents.get(best), Math.min(1, most), likeliest != best);
  }

  /// The same, with another way to the same model's vectors for what it is asked.
  IntentClassifier with(SentenceVectors other) {
    return new IntentClassifier(other, space, head, intents, calibration);
  }

  /// What a message wants, whatever its length and script; an empty one wants nothing.
  public Guess guess(String message) {
    if (message.isBlank()) {
      return new Guess(Example.NONE, 0, true);
    }
    Features features = space.of(message, vectors.of(message));
    Guess best = best(intents, LinearHead.shares(head.scores(features), calibration.temperature()));
    boolean none = best.none() || best.confidence() < calibration.least();
    return new Guess(best.intent(), best.confidence(), none);
  }

  /// The intents it can tell, in alphabetical order.
  public List<String> intents() {
    return intents.stream().filter(intent -> !intent.equals(Example.NONE)).toList();
  }
}
