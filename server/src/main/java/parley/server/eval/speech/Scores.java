package parley.server.eval.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.server.eval.speech.Alignment.Step;

/// Adds up what was heard of a test set: in all, by speaker and by word. Thread: one owner.
final class Scores {

  /// How well one speaker was understood, or all were.
  ///
  /// @param wrong utterances with an error
  record Score(String speaker, int utterances, int wrong, WordErrors errors) {

    double sentenceErrorRate() {
      return utterances == 0 ? 0 : (double) wrong / utterances;
    }

    private Score plus(WordErrors more) {
      return new Score(
          speaker, utterances + 1, wrong + (more.errors() == 0 ? 0 : 1), errors.plus(more));
    }
  }

  /// How often a word was not heard where it was said.
  ///
  /// @param instead the word most often heard in its place; empty when it was only left out
  /// @param insteadTimes how often that was
  record Missed(String word, int said, int missed, String instead, int insteadTimes) {}

  private static final class WordCount {
    private int said;
    private int missed;
    private final Map<String, Integer> instead = new TreeMap<>();
  }

  private Score all = new Score("", 0, 0, WordErrors.NONE);
  private final Map<String, Score> speakers = new HashMap<>();
  private final Map<String, WordCount> words = new HashMap<>();

  void add(TestSet.Utterance utterance, List<String> heard) {
    List<Step> steps = Alignment.of(utterance.words(), heard);
    WordErrors errors = WordErrors.of(steps);
    all = all.plus(errors);
    if (!utterance.speaker().isEmpty()) {
      speakers.compute(
          utterance.speaker(),
          (name, before) ->
              (before == null ? new Score(name, 0, 0, WordErrors.NONE) : before).plus(errors));
    }
    steps.forEach(this::count);
  }

  private void count(Step step) {
    switch (step) {
      case Step.Right(String word) -> of(word).said++;
      case Step.Replaced(String said, String heard) -> {
        missed(said);
        of(said).instead.merge(heard, 1, Integer::sum);
      }
      case Step.LeftOut(String said) -> missed(said);
      case Step.PutIn(String _) -> {
        // No word that was said is at fault.
      }
    }
  }

  private void missed(String word) {
    WordCount count = of(word);
    count.said++;
    count.missed++;
  }

  private WordCount of(String word) {
    return words.computeIfAbsent(word, _ -> new WordCount());
  }

  Score all() {
    return all;
  }

  /// Those whose names the list holds, the worst first.
  List<Score> speakers() {
    List<Score> worstFirst = new ArrayList<>(speakers.values());
    worstFirst.sort(
        Comparator.comparingDouble((Score score) -> score.errors().rate())
            .reversed()
            .thenComparing(Score::speaker));
    return worstFirst;
  }

  /// The words missed most often; of two missed as often the one said less.
  List<Missed> missed() {
    List<Missed> worstFirst = new ArrayList<>();
    words.forEach((word, count) -> {
      if (count.missed > 0) {
        worstFirst.add(missed(word, count));
      }
    });
    worstFirst.sort(
        Comparator.comparingInt(Missed::missed)
            .reversed()
            .thenComparingInt(Missed::said)
            .thenComparing(Missed::word));
    return worstFirst;
  }

  private static Missed missed(String word, WordCount count) {
    String instead = "";
    int times = 0;
    for (Map.Entry<String, Integer> other : count.instead.entrySet()) {
      if (other.getValue() > times) {
        instead = other.getKey();
        times = other.getValue();
      }
    }
    return new Missed(word, count.said, count.missed, instead, times);
  }
}
