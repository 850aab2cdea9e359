package parley.dialogue.intents;

import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// How likely each of a few labels is for a text, learned from examples: the head that
/// [IntentClassifier] has, without its confidence and its "none", for what every text has one of (a
/// mood, say). The same examples give the same shares. Immutable; any thread.
public final class LabelShares {

  private final SentenceVectors vectors;
  private final UnaryOperator<String> notes;
  private final FeatureSpace space;
  private final LinearHead head;
  private final List<String> labels;

  private LabelShares(
      SentenceVectors vectors,
      UnaryOperator<String> notes,
      FeatureSpace space,
      LinearHead head,
      List<String> labels) {
    this.vectors = vectors;
    this.notes = notes;
    this.space = space;
    this.head = head;
    this.labels = labels;
  }

  /// Learns, on the thread that asks: a server learns this while it answers calls.
  ///
  /// @param examples of two labels at least
  /// @param notes a text with what else is to be learned from written behind it, in words of its
  ///   own; the vector is of the bare text
  /// @throws IllegalArgumentException with one sentence, for fewer labels
  public static LabelShares learn(
      List<Example> examples, SentenceVectors vectors, UnaryOperator<String> notes) {
    List<String> labels =
        List.copyOf(new TreeSet<>(examples.stream().map(Example::intent).toList()));
    if (labels.size() < 2) {
      throw new IllegalArgumentException(
          "Found examples of %s: expected at least two labels to tell apart".formatted(labels));
    }
    FeatureSpace space =
        FeatureSpace.of(
            examples.stream()
                .map(example -> new Example(notes.apply(example.text()), example.intent()))
                .toList());
    List<Features> features =
        examples.stream()
            .map(example -> space.of(notes.apply(example.text()), vectors.of(example.text())))
            .toList();
    List<Integer> classes =
        examples.stream().map(example -> labels.indexOf(example.intent())).toList();
    LinearHead head = HeadTraining.train(features, classes, labels.size(), space.words());
    return new LabelShares(vectors, notes, space, head, labels);
  }

  /// The share of each label for this text, all together 1, in the order of [#labels].
  public List<Double> of(String text) {
    Features features = space.of(notes.apply(text), vectors.of(text));
    float[] shares = LinearHead.shares(head.scores(features), 1);
    Double[] list = new Double[shares.length];
    for (int k = 0; k < shares.length; k++) {
      list[k] = (double) shares[k];
    }
    return List.of(list);
  }

  /// What it tells apart, in alphabetical order.
  public List<String> labels() {
    return labels;
  }
}
