package parley.speech.adapt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.speech.recognize.ModelFolder;

/// Builds a model's graphs again with a site's words and sentences; the network does not change. A
/// model that brings its lexicon (`words/`) learns new words; of any other only the order of the
/// words that it has is adapted. Thread: one owner.
final class ModelAdapter {
  /** How much of all that is said the site's sentences are taken for. */
  private static final double SITE_SHARE = 0.25;

  /** Weight of a listed word said alone, so that it can be heard at all. */
  private static final double ALONE = 0.5;

  private final Path model;
  private final SiteWords site;
  private final Pronouncer pronouncer;
  private final Map<Integer, String> labels;
  private final NGrams base;
  private final Optional<Lexicon> lexicon;

  private final Map<String, List<List<String>>> added = new TreeMap<>();
  private final NavigableSet<String> derived = new TreeSet<>();
  private final NavigableSet<String> unknown = new TreeSet<>();

  /// Reads the model.
  ///
  /// @throws AdaptException when it cannot be adapted
  ModelAdapter(ModelFolder folder, SiteWords site, Pronouncer pronouncer) {
    this.model = folder.path();
    this.site = site;
    this.pronouncer = pronouncer;
    if (!Files.isRegularFile(model.resolve("graph/HCLr.fst"))) {
      throw new AdaptException(
          model + " has one ready-made graph (HCLG.fst), which cannot be given a site's words");
    }
    this.labels = labels(model.resolve("graph/words.txt"));
    this.base = WordGraph.read(model.resolve("graph/Gr.fst"), labels);
    Path kept = model.resolve("words/lexicon.txt.gz");
    this.lexicon = Files.isRegularFile(kept) ? Optional.of(Lexicon.read(kept)) : Optional.empty();
  }

  private static Map<Integer, String> labels(Path file) {
    Map<Integer, String> labels = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] columns = line.split("\\s+");
        labels.put(Integer.valueOf(columns[1]), columns[0]);
      }
      return labels;
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new AdaptException(file + " is no list of words with numbers; copy the model again", e);
    }
  }

  /// Writes the adapted graph into a new folder; the rest of the model is linked to.
  Adaptation write(Path target, String digest) throws IOException {
    learn();
    NGrams ngrams = base.with(counts(), SITE_SHARE);
    linkAllBut(model, target, List.of("graph"));
    linkAllBut(
        model.resolve("graph"),
        target.resolve("graph"),
        List.of("words.txt", "HCLr.fst", "Gr.fst"));
    Path graph = target.resolve("graph");
    int words = lexicon.isPresent() && !added.isEmpty() ? grow(graph, ngrams) : keep(graph, ngrams);
    return new Adaptation(
        digest,
        words,
        added.keySet().stream().filter(word -> !labels.containsValue(word)).toList(),
        List.copyOf(derived),
        List.copyOf(unknown),
        site.sentences().size(),
        ngrams.histories().values().stream().mapToInt(after -> after.chance.size()).sum());
  }

  /** Every word gets its numbers anew. */
  private int grow(Path graph, NGrams ngrams) throws IOException {
    Transitions transitions =
        new Transitions(Files.readAllLines(model.resolve("words/classes.txt")));
    WordTree tree = new WordTree(lexicon.orElseThrow().with(added), transitions);
    Files.write(graph.resolve("HCLr.fst"), new SoundGraph(tree, transitions).file());
    Files.write(graph.resolve("Gr.fst"), WordGraph.file(ngrams, tree::number).array());
    List<String> lines = new ArrayList<>(List.of("<eps> 0"));
    tree.words().forEach(word -> lines.add(word + " " + lines.size()));
    Files.write(graph.resolve("words.txt"), lines);
    return tree.words().size();
  }

  private int keep(Path graph, NGrams ngrams) throws IOException {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    labels.forEach((number, word) -> numbers.put(word, number));
    Files.write(
        graph.resolve("Gr.fst"),
        WordGraph.file(ngrams, word -> numbers.getOrDefault(word, 0)).array());
    for (String same : List.of("words.txt", "HCLr.fst")) {
      Files.createSymbolicLink(
          graph.resolve(same), model.resolve("graph").resolve(same).toRealPath());
    }
    return labels.size() - 1;
  }

  /** Finds out which words are new, and how they sound. */
  private void learn() {
    for (SiteWords.Entry entry : site.entries()) {
      Optional<List<String>> given = entry.pronunciation();
      if (lexicon.isPresent() && given.isPresent()) {
        added.put(entry.word(), List.of(given.get()));
      } else {
        learn(entry.word());
      }
    }
    site.sentences().forEach(sentence -> sentence.words().forEach(this::learn));
  }

  private void learn(String word) {
    if (base.knows(word) || added.containsKey(word) || unknown.contains(word)) {
      return;
    }
    Optional<List<String>> phones =
        lexicon.isPresent() ? pronouncer.phones(word) : Optional.empty();
    phones.ifPresentOrElse(
        sounds -> {
          added.put(word, List.of(sounds));
          derived.add(word);
        },
        () -> unknown.add(word));
  }

  private Counts counts() {
    Counts counts = new Counts();
    for (SiteWords.Sentence sentence : site.sentences()) {
      List<String> words = sentence.words();
      if (!words.isEmpty() && words.stream().noneMatch(unknown::contains)) {
        counts.add(words, sentence.weight());
      }
    }
    for (SiteWords.Entry entry : site.entries()) {
      if (!unknown.contains(entry.word())) {
        counts.add(List.of(entry.word()), ALONE);
      }
    }
    return counts;
  }

  private static void linkAllBut(Path from, Path to, List<String> others) throws IOException {
    Files.createDirectories(to);
    try (var entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        Path name = entry.getFileName();
        if (!others.contains(name.toString())) {
          Files.createSymbolicLink(to.resolve(name), entry.toRealPath());
        }
      }
    }
  }
}
