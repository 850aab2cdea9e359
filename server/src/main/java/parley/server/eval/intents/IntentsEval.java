package parley.server.eval.intents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private IntentsEval(IntentClassifier classifier) {
    this.classifier = classifier;
  }

  /// Learns from the examples and lets every message be guessed, one after the other; then once
  /// more as it may be heard.
  static IntentsReport measure(
      List<Example> training,
      List<Example> messages,
      SentenceVectors vectors,
      Optional<Mishearing> mishearing) {
    Machine machine = Machine.here();
    vectors.of("so that loading is not counted as training");
    long began = System.nanoTime();
    IntentClassifier classifier = IntentClassifier.learn(training, vectors);
    double trainSeconds = (System.nanoTime() - began) / 1e9;
    IntentsEval eval = new IntentsEval(classifier);
    IntentScores scores = eval.guessAll(messages);
    Optional<IntentsReport.Misheard> misheard =
        mishearing.map(line -> {
          List<Example> heard =
              messages.stream()
                  .map(message -> new Example(line.of(message.text()), message.intent()))
                  .toList();
          return new IntentsReport.Misheard(line.wordErrorRate(), eval.guessAll(heard));
        });
    return new IntentsReport(
        scores,
        misheard,
        classifier.intents().size(),
        training.size(),
        trainSeconds,
        Spread.of(eval.took),
        machine);
  }

  private IntentScores guessAll(List<Example> messages) {
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
