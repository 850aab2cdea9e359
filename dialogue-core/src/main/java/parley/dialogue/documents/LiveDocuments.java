package parley.dialogue.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.dialogue.files.Problem;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.Filter;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.KnowledgeIndex;
import parley.dialogue.knowledge.Nearness;
import parley.dialogue.knowledge.Semantics;
import parley.dialogue.knowledge.Standing;

/// The passages of a folder of documents, searched as entries are, in an index of their own: what
/// an entry is worth does not depend on the documents beside it. What is found comes as an entry
/// whose answer is the sentences that answer, and whose id names file, heading and sentences.
/// Threads as in [parley.dialogue.knowledge.LiveKnowledge].
public final class LiveDocuments {

  /// The category of every passage.
  public static final String CATEGORY = "documents";

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
  private final Optional<Semantics> semantics;
  private final Nearness nearness;
  private final Comparison comparison;
  private volatile Snapshot now;
  private volatile Set<String> off = Set.of();

  private LiveDocuments(Path home, Path folder, Optional<Semantics> semantics) {
    this.home = home;
    this.folder = folder;
    this.semantics = semantics;
    this.nearness = new Nearness(semantics);
    this.comparison = new Comparison(nearness);
    this.now = read();
  }

  /// Reads the folder, which may be missing.
  public static LiveDocuments read(Path home, Path folder, Optional<Semantics> semantics) {
    return new LiveDocuments(home, folder, semantics);
  }

  private Snapshot read() {
    Map<Path, String> stamp = DocumentFiles.stamp(folder);
    DocumentFiles.Found found = DocumentFiles.read(home, folder);
    Map<String, Passage> passages =
        found.passages().stream()
            .collect(Collectors.toUnmodifiableMap(Passage::id, Function.identity()));
    KnowledgeBase base =
        new KnowledgeBase(found.passages().stream().map(LiveDocuments::searched).toList());
    KnowledgeIndex index = new KnowledgeIndex(base, semantics);
    return new Snapshot(passages, found.files(), found.problems(), index, stamp);
  }

  /// As the index knows a passage: each heading and sentence is a wording.
  private static KnowledgeEntry searched(Passage passage) {
    List<String> wordings = new ArrayList<>(passage.sentences());
    if (passage.headings().size() > 1) {
      wordings.addFirst(passage.headings().getLast());
    }
    return new KnowledgeEntry(
        passage.id(),
        CATEGORY,
        passage.title(),
        wordings,
        List.of(),
        passage.text(),
        Standing.in(passage.language()));
  }

  /// The best passages in a language, and those for every language.
  public List<Candidate> search(String words, int limit, String language) {
    Snapshot current = now;
    Filter filter = Filter.NONE.in(language).without(off);
    return current.index().search(words, limit, filter).stream()
        .map(candidate -> excerpt(words, candidate, current))
        .toList();
  }

  private Candidate excerpt(String words, Candidate found, Snapshot current) {
    Passage passage = current.passages().get(found.entry().id());
    if (passage == null) {
      return found;
    }
    Excerpt excerpt = Excerpt.of(passage.sentences(), sentence -> nearness.of(words, sentence));
    return new Candidate(said(passage, excerpt), found.confidence());
  }

  /// Where a passage that was found stands beside the best entry.
  Place place(String words, Candidate passage, Candidate entry) {
    Passage whole = now.passages().get(Passage.idOf(passage.entry().id()));
    return whole == null ? Place.NOWHERE : comparison.of(words, whole, passage, entry);
  }

  private static KnowledgeEntry said(Passage passage, Excerpt excerpt) {
    return new KnowledgeEntry(
        passage.citation(excerpt.first(), excerpt.last()),
        CATEGORY,
        passage.title(),
        List.of(),
        List.of(),
        String.join(" ", excerpt.of(passage.sentences())),
        Standing.in(passage.language()));
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

  /// The passage is not found any more, until it is switched on or Parley starts again.
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
