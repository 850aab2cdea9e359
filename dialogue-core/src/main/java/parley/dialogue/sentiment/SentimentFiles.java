package parley.dialogue.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.sentiment.SentimentLanguage.Example;
import parley.dialogue.sentiment.SentimentLanguage.Kind;
import parley.dialogue.words.Words;

/// Reads `config/sentiment/<language>.yaml` (words of feeling) and `<language>.tsv` (examples).
public final class SentimentFiles {

  private static final Set<String> KEYS = Set.of("positive", "negative", "turning");
  private static final Set<Kind> POLARITIES =
      Collections.unmodifiableSet(EnumSet.of(Kind.NEGATIVE, Kind.NEUTRAL, Kind.POSITIVE));
  private static final Set<Kind> FLAGS =
      Collections.unmodifiableSet(EnumSet.of(Kind.ANGER, Kind.DISTRESS));
  private static final String EXPECTED =
      "Expected a text, a tab, and negative, neutral or positive; behind negative perhaps another"
          + " tab and anger or distress.";

  private SentimentFiles() {}

  /// @return empty where the site has no files for this language
  public static Optional<SentimentLanguage> read(
      Path home, Path folder, String language, Problems problems) {
    Path words = folder.resolve(language + ".yaml");
    Path examples = folder.resolve(language + ".tsv");
    if (!Files.exists(words) && !Files.exists(examples)) {
      return Optional.empty();
    }
    return Optional.of(
        new SentimentLanguage(
            language, words(home, words, problems), examples(home, examples, problems)));
  }

  private static FeelingWords words(Path home, Path file, Problems problems) {
    Fields top = YamlFile.read(home, file, problems);
    top.allowOnly(KEYS);
    List<Words> positive = phrases(top, "positive");
    List<Words> negative = phrases(top, "negative");
    for (Words phrase : positive) {
      if (negative.contains(phrase)) {
        top.problem(
            top.line("negative"),
            "`positive` and `negative` both hold \"" + phrase.text() + "\".",
            "A phrase belongs to one of them.");
      }
    }
    return new FeelingWords(positive, negative, phrases(top, "turning"));
  }

  private static List<Words> phrases(Fields top, String key) {
    List<Words> phrases =
        top.texts(key).stream().map(Words::of).filter(words -> !words.isEmpty()).toList();
    if (phrases.isEmpty() && !top.broken()) {
      top.problem(top.line(key), "`" + key + "` has no phrase.", "Expected a list of phrases.");
    }
    return phrases;
  }

  private static List<Example> examples(Path home, Path file, Problems problems) {
    String name = YamlFile.name(home, file);
    List<Example> examples = new ArrayList<>();
    Set<Kind> missing = EnumSet.of(Kind.NEGATIVE, Kind.NEUTRAL, Kind.POSITIVE);
    int number = 0;
    for (String line : lines(name, file, problems)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Optional<Example> example = example(line.split("\t", -1));
      example.ifPresent(examples::add);
      example.ifPresent(told -> missing.remove(told.kind()));
      if (example.isEmpty()) {
        problems.add(name, number, "This is no example.", EXPECTED);
      }
    }
    if (!examples.isEmpty() && !missing.isEmpty()) {
      String kinds = missing.stream().map(Kind::key).collect(Collectors.joining(", "));
      problems.add(name, 0, "There is no example that is " + kinds + ".", "Write some.");
    }
    return examples;
  }

  private static Optional<Example> example(String[] columns) {
    String text = columns[0].strip();
    Optional<Kind> polarity = columns.length > 1 ? kind(columns[1], POLARITIES) : Optional.empty();
    if (text.isEmpty() || columns.length > 3 || polarity.isEmpty()) {
      return Optional.empty();
    }
    if (columns.length < 3 || columns[2].isBlank()) {
      return Optional.of(new Example(text, polarity.get()));
    }
    return polarity.get() == Kind.NEGATIVE
        ? kind(columns[2], FLAGS).map(flag -> new Example(text, flag))
        : Optional.empty();
  }

  private static Optional<Kind> kind(String key, Set<Kind> known) {
    return known.stream().filter(kind -> kind.key().equals(key.strip())).findFirst();
  }

  private static List<String> lines(String name, Path file, Problems problems) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      problems.add(
          name,
          0,
          "The file cannot be read as text in UTF-8 (" + e.getClass().getSimpleName() + ").",
          "Put it back.");
      return List.of();
    }
  }
}
