package parley.server.eval.sentiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.dialogue.files.Problems;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.sentiment.Feeling;
import parley.dialogue.sentiment.LearnedSentiment;
import parley.dialogue.sentiment.SentimentFiles;
import parley.dialogue.sentiment.SentimentLanguage;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.Mood;
import parley.dialogue.understanding.WordListFile;
import parley.dialogue.words.Words;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// Measures how well and how fast moods are judged with a site's files.
///
/// @param moods the site's examples and words of feeling
/// @param flags its lists of anger and distress
record SentimentEval(SentimentLanguage moods, Mood flags) {

  /** The language of the sentence vectors. */
  private static final String LANGUAGE = "en";

  /// @throws parley.dialogue.files.BadFilesException listing every problem
  static SentimentEval of(Path home) {
    Problems problems = new Problems();
    Path config = home.resolve("config");
    Optional<SentimentLanguage> moods =
        SentimentFiles.read(home, config.resolve("sentiment"), LANGUAGE, problems);
    Mood flags =
        new Mood(
            WordListFile.read(home, config.resolve("commands/" + LANGUAGE + ".yaml"), problems));
    if (moods.isEmpty()) {
      problems.add(
          "config/sentiment",
          0,
          "There are no files " + LANGUAGE + ".yaml and " + LANGUAGE + ".tsv.",
          "Put the shipped ones back.");
    }
    problems.throwIfAny();
    return new SentimentEval(moods.orElseThrow(), flags);
  }

  /// With what was learned from the examples.
  SentimentReport learned(List<LabelledMood> messages, Supplier<SentenceVectors> vectors) {
    Machine machine = Machine.here();
    SentenceVectors model = vectors.get();
    model.of("so that loading is not counted as learning");
    long began = System.nanoTime();
    SentimentScorer scorer = LearnedSentiment.learn(moods, model);
    double seconds = (System.nanoTime() - began) / 1e9;
    return measure(messages, scorer, moods.examples().size(), seconds, machine);
  }

  /// By the words of feeling alone.
  SentimentReport words(List<LabelledMood> messages) {
    return measure(messages, moods.words(), 0, 0, Machine.here());
  }

  private SentimentReport measure(
      List<LabelledMood> messages,
      SentimentScorer scorer,
      int examples,
      double seconds,
      Machine machine) {
    SentimentScores scores = new SentimentScores();
    List<Double> took = new ArrayList<>();
    for (LabelledMood message : messages) {
      long asked = System.nanoTime();
      Feeling feeling = scorer.of(message.text(), flags.of(Words.of(message.text())));
      took.add((System.nanoTime() - asked) / 1e6);
      scores.add(message, feeling);
    }
    return new SentimentReport(scores, examples, seconds, Spread.of(took), machine);
  }
}
