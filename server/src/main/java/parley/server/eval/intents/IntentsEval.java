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
  private final IntentClassifier classifier;
  private final List<Double> took = new ArrayList<>();

  private final int examples;
  private final double trainSeconds;

  private IntentsEval(IntentClassifier classifier, int examples, double trainSeconds) {
    this.classifier = classifier;
    this.examples = examples;
    this.trainSeconds = trainSeconds;
  }

  /// Learns from the examples and lets every message be guessed, one after the other.
  static IntentsEval of(List<Example> training, SentenceVectors vectors) {
    vectors.of("so that loading is not counted as training");
    long began = System.nanoTime();
    IntentClassifier classifier = IntentClassifier.learn(training, vectors);
    return new IntentsEval(classifier, training.size(), (System.nanoTime() - began) / 1e9);
  }

  /// Lets every message be guessed, one after the other.
  IntentsReport measure(List<Example> messages) {
    Machine machine = Machine.here();
    IntentScores scores = guessAll(messages);
    return new IntentsReport(
        scores,
        List.of(),
        classifier.intents().size(),
        examples,
        trainSeconds,
        Spread.of(took),
        machine);
  }

  /// Messages as they come through a line.
  ///
  /// @param clear of the same messages as they are
  IntentsReport.Misheard misheard(
      String name, List<Example> said, IntentScores clear, NoisyLine line)
      throws InterruptedException {
    List<Example> heard = new ArrayList<>();
    for (Example message : said) {
      heard.add(new Example(line.heard(message.text()), message.intent()));
    }
    return new IntentsReport.Misheard(name, line.wordErrorRate(), clear, guessAll(heard));
  }

  IntentScores guessAll(List<Example> messages) {
    IntentScores scores = new IntentScores();
    for (Example message : messages) {
      long asked = System.nanoTime();
      Guess guess = classifier.guess(message.text());
      took.add((System.nanoTime() - asked) / 1e6);
      scores.add(message, guess);
    }
    return scores;
  }
}
