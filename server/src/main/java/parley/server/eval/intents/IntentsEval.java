package parley.server.eval.intents;

import java.util.ArrayList;
import java.util.List;
import parley.dialogue.intents.Example;
import parley.dialogue.intents.Guess;
import parley.dialogue.intents.IntentClassifier;
import parley.dialogue.intents.SentenceVectors;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// Measures how well and how fast intents are learned and found.
final class IntentsEval {
  private IntentsEval() {}

  /// Learns from the examples and lets every message be guessed, one after the other.
  static IntentsReport measure(
      List<Example> training, List<Example> messages, SentenceVectors vectors) {
    Machine machine = Machine.here();
    vectors.of("so that loading is not counted as training");
    long began = System.nanoTime();
    IntentClassifier classifier = IntentClassifier.learn(training, vectors);
    double trainSeconds = (System.nanoTime() - began) / 1e9;
    IntentScores scores = new IntentScores();
    List<Double> took = new ArrayList<>();
    for (Example message : messages) {
      long asked = System.nanoTime();
      Guess guess = classifier.guess(message.text());
      took.add((System.nanoTime() - asked) / 1e6);
      scores.add(message, guess);
    }
    return new IntentsReport(
        scores,
        classifier.intents().size(),
        training.size(),
        trainSeconds,
        Spread.of(took),
        machine);
  }
}
