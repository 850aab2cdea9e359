package parley.server.eval.intents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.dialogue.intents.Example;
import parley.dialogue.intents.Guess;

/// Counts how a classifier's guesses fit the labels. Thread: one owner.
final class IntentScores {
  private static final int BINS = 15;

  /// @param wanted the label; [Example#NONE] for none
  /// @param taken what the message was taken for, likewise
  record Confusion(String wanted, String taken, int times) {}

  private record Pair(String wanted, String taken) {}

  private final Map<Pair, Integer> taken = new HashMap<>();
  private final List<Guess> inScope = new ArrayList<>();
  private final List<Boolean> inScopeRight = new ArrayList<>();
  private int messages;

  void add(Example message, Guess guess) {
    messages++;
    String heard = guess.none() ? Example.NONE : guess.intent();
    taken.merge(new Pair(message.intent(), heard), 1, Integer::sum);
    if (!message.intent().equals(Example.NONE)) {
      inScope.add(guess);
      inScopeRight.add(guess.intent().equals(message.intent()));
    }
  }

  int messages() {
    return messages;
  }

  /// Share of all messages taken for what they are, none included.
  double accuracy() {
    return (double) sum(pair -> pair.wanted().equals(pair.taken())) / Math.max(1, messages);
  }

  /// Share of the messages with an intent that were taken for it.
  double inScopeAccuracy() {
    int right =
        sum(pair -> !pair.wanted().equals(Example.NONE) && pair.wanted().equals(pair.taken()));
    return (double) right / Math.max(1, inScope.size());
  }

  /// Share of the messages without an intent that were taken for such; null when there are none.
  @Nullable Double outOfScopeRecall() {
    int all = sum(pair -> pair.wanted().equals(Example.NONE));
    int found = taken.getOrDefault(new Pair(Example.NONE, Example.NONE), 0);
    return all == 0 ? null : (double) found / all;
  }

  /// Mean over the labels of the harmonic mean of precision and recall.
  double macroF1() {
    Set<String> labels = new TreeSet<>();
    taken.keySet().forEach(pair -> labels.add(pair.wanted()));
    double sum = 0;
    for (String label : labels) {
      int right = taken.getOrDefault(new Pair(label, label), 0);
      int wanted = sum(pair -> pair.wanted().equals(label));
      int guessed = sum(pair -> pair.taken().equals(label));
      sum += 2.0 * right / (wanted + guessed);
    }
    return labels.isEmpty() ? 0 : sum / labels.size();
  }

  /// How far confidence and share of right guesses lie apart, over messages with an intent, by
  /// fifteenths of the confidence (expected calibration error).
  double calibrationError() {
    double[] confidence = new double[BINS];
    int[] right = new int[BINS];
    for (int i = 0; i < inScope.size(); i++) {
      int bin = Math.min(BINS - 1, (int) (inScope.get(i).confidence() * BINS));
      confidence[bin] += inScope.get(i).confidence();
      right[bin] += inScopeRight.get(i) ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidence[bin] - right[bin]);
    }
    return error / Math.max(1, inScope.size());
  }

  /// Wrong guesses, most frequent first.
  List<Confusion> confusions() {
    return taken.entrySet().stream()
        .filter(entry -> !entry.getKey().wanted().equals(entry.getKey().taken()))
        .map(entry ->
            new Confusion(entry.getKey().wanted(), entry.getKey().taken(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(Confusion::times)
                .reversed()
                .thenComparing(Confusion::wanted)
                .thenComparing(Confusion::taken))
        .toList();
  }

  private int sum(Predicate<Pair> which) {
    return taken.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
