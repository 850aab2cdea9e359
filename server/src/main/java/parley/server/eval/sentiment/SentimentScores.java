package parley.server.eval.sentiment;

import java.util.EnumMap;
import java.util.Map;
import parley.dialogue.sentiment.Feeling;
import parley.dialogue.sentiment.Sentiment.Polarity;

/// Counts how judged moods fit the labels. Thread: one owner.
final class SentimentScores {
  private final Map<Polarity, Map<Polarity, Integer>> judged = new EnumMap<>(Polarity.class);
  private FlagScore anger = FlagScore.NONE;
  private FlagScore distress = FlagScore.NONE;
  private double errors;
  private int messages;

  void add(LabelledMood message, Feeling feeling) {
    messages++;
    judged
        .computeIfAbsent(message.polarity(), _ -> new EnumMap<>(Polarity.class))
        .merge(feeling.sentiment().polarity(), 1, Integer::sum);
    errors += Math.abs(message.polarity().score() - feeling.sentiment().score());
    anger = anger.with(message.anger(), feeling.anger());
    distress = distress.with(message.distress(), feeling.distress());
  }

  int messages() {
    return messages;
  }

  /// How many messages with this label were judged so.
  int times(Polarity label, Polarity as) {
    return judged.getOrDefault(label, Map.of()).getOrDefault(as, 0);
  }

  double accuracy() {
    int right = 0;
    for (Polarity polarity : Polarity.values()) {
      right += times(polarity, polarity);
    }
    return (double) right / Math.max(1, messages);
  }

  /// Mean over the labels there are of the harmonic mean of precision and recall.
  double macroF1() {
    double sum = 0;
    int labels = 0;
    for (Polarity polarity : Polarity.values()) {
      int labelled = 0;
      int taken = 0;
      for (Polarity other : Polarity.values()) {
        labelled += times(polarity, other);
        taken += times(other, polarity);
      }
      if (labelled > 0) {
        labels++;
        sum += 2.0 * times(polarity, polarity) / (labelled + taken);
      }
    }
    return sum / Math.max(1, labels);
  }

  /// Between the score and -1, 0 or 1 for the label.
  double meanAbsoluteError() {
    return errors / Math.max(1, messages);
  }

  FlagScore anger() {
    return anger;
  }

  FlagScore distress() {
    return distress;
  }
}
