package parley.dialogue.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.files.Problem;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.Filter;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.KnowledgeIndex;
import parley.dialogue.knowledge.Nearness;
import parley.dialogue.knowledge.Reference;
import parley.dialogue.knowledge.Semantics;
import parley.dialogue.knowledge.Standing;

/// The passages of a folder of documents, searched as entries are, in an index of their own: what
/// an entry is worth does not depend on the documents beside it. What is found comes as an entry
/// whose answer is the sentences that answer, and whose id names file, heading and sentences.
/// Threads as in [parley.dialogue.knowledge.LiveKnowledge].
public final class LiveDocuments {

  /// The category of every passage.
  public static final String CATEGORY = "documents";

  /** So many passages are held against the question, and the entries, in full. */
  private static final int COMPARED = 8;

  /** Below this confidence what was found is chance. */
  private static final double CHANCE = 0.45;

  /** Where only words count, what a passage must have more of confidence than an entry. */
  private static final double CLEARLY_BY_WORDS = 0.1;

  /// @param stamp when each file was last written, and how long it is
  private record Snapshot(
      Map<String, Passage> passages,
      int files,
      List<Problem> problems,
      KnowledgeIndex index,
      Map<Path, String> stamp) {}

  /// What came of looking at the folder again.
  public sealed interface Outcome {
    record Unchanged() implements Outcome {}

    /// @param problems with files that are left out
    record Changed(int files, int passages, List<Problem> problems) implements Outcome {
      public Changed {
        problems = List.copyOf(problems);
      }
    }
  }

  private final Path home;
  private final Path folder;
  private final DocumentPages pages;
  private final Optional<Semantics> semantics;
  private final Nearness nearness;
  private volatile Snapshot now;
  private volatile Set<String> off = Set.of();

  private LiveDocuments(
      Path home, Path folder, DocumentPages pages, Optional<Semantics> semantics) {
    this.home = home;
    this.folder = folder;
    this.pages = pages;
    this.semantics = semantics;
    this.nearness = new Nearness(semantics);
    this.now = read();
  }

  /// Reads the folder, which may be missing.
  public static LiveDocuments read(Path home, Path folder, Optional<Semantics> semantics) {
    return read(home, folder, DocumentPages.NONE, semantics);
  }

  /// The same where customers can read the files too.
  public static LiveDocuments read(
      Path home, Path folder, DocumentPages pages, Optional<Semantics> semantics) {
    return new LiveDocuments(home, folder, pages, semantics);
  }

  private Snapshot read() {
    Map<Path, String> stamp = DocumentFiles.stamp(folder);
    DocumentFiles.Found found = DocumentFiles.read(home, folder, pages);
    Map<String, Passage> passages =
        found.passages().stream()
            .collect(Collectors.toUnmodifiableMap(Passage::id, Function.identity()));
    KnowledgeBase base =
        new KnowledgeBase(found.passages().stream().map(LiveDocuments::searched).toList());
    KnowledgeIndex index = new KnowledgeIndex(base, semantics);
    // Nobody on the telephone should wait for these vectors.
    found.passages().stream().flatMap(passage -> passage.pairs().stream()).forEach(nearness::know);
    return new Snapshot(passages, found.files(), found.problems(), index, stamp);
  }

  /// As the index knows a passage: its title, and each sentence under its heading, are wordings.
  private static KnowledgeEntry searched(Passage passage) {
    return new KnowledgeEntry(
        passage.id(),
        CATEGORY,
        passage.title(),
        passage.underHeading(),
        List.of(),
        passage.whole(),
        Standing.in(passage.language()));
  }

  /// The best passages in a language, and those for every language.
  public List<Candidate> search(String words, int limit, String language) {
    Snapshot current = now;
    return current.index().search(words, limit, filter(language)).stream()
        .map(candidate -> excerpt(words, candidate, current))
        .toList();
  }

  private Filter filter(String language) {
    return Filter.NONE.in(language).without(off);
  }

  private Candidate excerpt(String words, Candidate found, Snapshot current) {
    Passage passage = current.passages().get(found.entry().id());
    return passage == null
        ? found
        : new Candidate(said(passage, nearness.to(words)), found.confidence());
  }

  /// Of the text below its heading the sentences that answer.
  private static KnowledgeEntry said(Passage passage, ToDoubleFunction<String> nearness) {
    return said(
        passage,
        Excerpt.of(
            passage.sentences(),
            sentence -> nearness.applyAsDouble(passage.underHeading(sentence))));
  }

  /// Entries that were found, and the passages that fit the question too, in one order.
  List<Candidate> joined(String words, List<Candidate> found, String language) {
    return nearness.byMeaning()
        ? byMeaning(words, found, language)
        : byWords(search(words, 1, language), found);
  }

  private List<Candidate> byMeaning(String words, List<Candidate> found, String language) {
    Snapshot current = now;
    ToDoubleFunction<String> near = remembering(nearness.to(words));
    Comparison comparison = new Comparison(near, nearness.toOtherTopics(words));
    List<Comparison.Fitting> fitting = new ArrayList<>();
    for (Candidate candidate : current.index().search(words, COMPARED, filter(language))) {
      Passage passage = current.passages().get(candidate.entry().id());
      if (passage != null) {
        fitting.add(new Comparison.Fitting(said(passage, near), comparison.fit(passage)));
      }
    }
    return comparison.joined(fitting, found);
  }

  /// A passage is measured for its excerpt and for its place, an entry beside every passage.
  private static ToDoubleFunction<String> remembering(ToDoubleFunction<String> near) {
    Map<String, Double> known = new HashMap<>();
    return text -> known.computeIfAbsent(text, near::applyAsDouble);
  }

  /// Only the confidences are there, and only one passage: the others share its words.
  private static List<Candidate> byWords(List<Candidate> passages, List<Candidate> found) {
    double entry = found.isEmpty() ? 0 : found.getFirst().confidence().value() + CLEARLY_BY_WORDS;
    double least = Math.max(CHANCE, entry);
    return Stream.concat(
            passages.stream().filter(passage -> passage.confidence().value() >= least),
            found.stream())
        .toList();
  }

  private static KnowledgeEntry said(Passage passage, Excerpt excerpt) {
    return new KnowledgeEntry(
        passage.citation(excerpt.first(), excerpt.last()),
        CATEGORY,
        passage.title(),
        List.of(),
        List.of(),
        String.join(" ", excerpt.of(passage.sentences())),
        Standing.in(passage.language()),
        new Reference(passage.page(), List.of()));
  }

  /// What a citation names, if it is still there: the same sentences, or for the id of a whole
  /// passage its beginning.
  public Optional<KnowledgeEntry> find(String citation) {
    return Optional.ofNullable(now.passages().get(Passage.idOf(citation)))
        .map(passage ->
            said(
                passage,
                passage
                    .sentencesOf(citation)
                    .orElseGet(() -> Excerpt.beginning(passage.sentences()))));
  }

  /// Every passage, as long as it is.
  public List<Passage> passages() {
    return List.copyOf(now.passages().values());
  }

  public int files() {
    return now.files();
  }

  /// What is wrong with files that are left out.
  public List<Problem> problems() {
    return now.problems();
  }

  /// The passage is not found any more, until it is switched on.
  ///
  /// @return whether there is such a passage
  public boolean switchOff(String citation) {
    return switched(Passage.idOf(citation), true);
  }

  /// @return whether there is such a passage
  public boolean switchOn(String citation) {
    return switched(Passage.idOf(citation), false);
  }

  private synchronized boolean switched(String id, boolean goes) {
    Set<String> ids = new TreeSet<>(off);
    boolean _ = goes ? ids.add(id) : ids.remove(id);
    off = Set.copyOf(ids);
    return now.passages().containsKey(id);
  }

  /// Reads the folder again if any file changed.
  public synchronized Outcome refresh() {
    if (DocumentFiles.stamp(folder).equals(now.stamp())) {
      return new Outcome.Unchanged();
    }
    Snapshot read = read();
    now = read;
    return new Outcome.Changed(read.files(), read.passages().size(), read.problems());
  }
}
