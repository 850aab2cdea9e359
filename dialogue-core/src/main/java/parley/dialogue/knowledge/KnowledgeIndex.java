package parley.dialogue.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Finds the entries that answer what was said: by the words they share and, where a model of
/// sentences is given, by what they mean. Without one, [Coverage] orders what BM25 found; with one,
/// [Ranking] does. Lucene, in memory or in a folder. Immutable; searching is thread-safe, and the
/// same words find the same.
public final class KnowledgeIndex implements KnowledgeSearch, AutoCloseable {

  /** Of an endless message the beginning is searched for. */
  private static final int MOST_STEMS = 64;

  /** Entries of an index up to this size stay in memory once they were read. */
  private static final int KEPT = 100_000;

  private static final double BUFFER_MB = 64;

  private final SpokenAnalyzer analyzer = new SpokenAnalyzer();
  private final Map<Integer, EntryDocument.Indexed> kept = new ConcurrentHashMap<>();
  private final Optional<Semantics> semantics;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Retrieval retrieval;
  private final Center center;
  private final int entries;

  /// An index of words, in memory.
  public KnowledgeIndex(KnowledgeBase base) {
    this(base, Optional.empty());
  }

  /// An index in memory, of words and, with a model, of vectors.
  public KnowledgeIndex(KnowledgeBase base, Optional<Semantics> semantics) {
    this(written(base, semantics), semantics);
  }

  /// An index that an [EntryWriter] wrote into a folder, with vectors if there are `semantics`.
  public static KnowledgeIndex open(Path folder, Optional<Semantics> semantics) {
    try {
      return new KnowledgeIndex(FSDirectory.open(folder), semantics);
    } catch (IOException e) {
      throw new UncheckedIOException("Opening the index of the knowledge failed", e);
    }
  }

  private KnowledgeIndex(Directory directory, Optional<Semantics> semantics) {
    this.semantics = semantics;
    try {
      this.reader = DirectoryReader.open(directory);
      this.entries = reader.getDocCount(EntryDocument.BAG);
      String written = reader.getIndexCommit().getUserData().getOrDefault(EntryWriter.CENTER, "");
      this.center = Center.parse(written);
    } catch (IOException e) {
      throw new UncheckedIOException("Opening the index of the knowledge failed", e);
    }
    this.searcher = new IndexSearcher(reader);
    this.retrieval = new Retrieval(searcher);
  }

  private static Directory written(KnowledgeBase base, Optional<Semantics> semantics) {
    Directory directory = new ByteBuffersDirectory();
    try (EntryWriter writer = new EntryWriter(directory, BUFFER_MB)) {
      for (KnowledgeEntry entry : base.entries()) {
        writer.add(entry, semantics.map(Semantics::entries));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Building the index in memory failed", e);
    }
    return directory;
  }

  @Override
  public List<Candidate> search(String words, int limit) {
    return search(words, limit, Filter.NONE);
  }

  /// The best entries that the filter lets through, best first, at most `limit`. Without a model
  /// there are none when no word is shared.
  public List<Candidate> search(String words, int limit, Filter filter) {
    List<String> stems = analyzer.stems(words).stream().limit(MOST_STEMS).toList();
    if (stems.isEmpty() || entries == 0 || limit < 1) {
      return List.of();
    }
    try {
      Query allowed = Retrieval.filter(filter);
      Coverage coverage = new Coverage(this::frequency, entries);
      return semantics.isPresent()
          ? byMeaning(semantics.get(), words, stems, limit, filter, coverage, allowed)
          : byWords(stems, limit, coverage, allowed);
    } catch (IOException e) {
      throw new UncheckedIOException("Searching the index of the knowledge failed", e);
    }
  }

  private List<Candidate> byWords(List<String> stems, int limit, Coverage coverage, Query allowed)
      throws IOException {
    TreeSet<Integer> found = new TreeSet<>();
    retrieval.byWords(stems, allowed, found);
    StoredFields fields = searcher.storedFields();
    List<Candidate> candidates = new ArrayList<>();
    for (int document : found) {
      EntryDocument.Indexed indexed = indexed(document, fields);
      candidates.add(new Candidate(indexed.entry(), coverage.of(stems, indexed)));
    }
    candidates.sort(
        Comparator.comparing(Candidate::confidence)
            .reversed()
            .thenComparing(candidate -> candidate.entry().id()));
    return List.copyOf(candidates.subList(0, Math.min(limit, candidates.size())));
  }

  private List<Candidate> byMeaning(
      Semantics model,
      String words,
      List<String> stems,
      int limit,
      Filter filter,
      Coverage coverage,
      Query allowed)
      throws IOException {
    float[] question = model.question(words);
    TreeSet<Integer> found = new TreeSet<>();
    retrieval.byVectors(question, allowed, found);
    if (model.words()) {
      retrieval.byWords(stems, allowed, found);
    }
    StoredFields fields = searcher.storedFields();
    VectorTraits vectors = new VectorTraits(reader.leaves(), center, question);
    List<Traits> traits = new ArrayList<>();
    for (int document : found) {
      EntryDocument.Indexed indexed = indexed(document, fields);
      double shared = model.words() ? coverage.of(stems, indexed).value() : 0;
      traits.add(vectors.of(document, indexed.entry(), shared));
    }
    return new Ranking(model.words(), model.otherTopic(question), filter.day()).of(traits, limit);
  }

  private EntryDocument.Indexed indexed(int document, StoredFields fields) throws IOException {
    EntryDocument.Indexed known = kept.get(document);
    if (known != null) {
      return known;
    }
    EntryDocument.Indexed read = EntryDocument.read(fields.document(document));
    if (reader.maxDoc() <= KEPT) {
      kept.put(document, read);
    }
    return read;
  }

  private int frequency(String stem) {
    try {
      return reader.docFreq(new Term(EntryDocument.BAG, stem));
    } catch (IOException e) {
      throw new UncheckedIOException("Searching the index of the knowledge failed", e);
    }
  }

  /// How many entries there are, of every language and validity.
  public int entries() {
    return entries;
  }

  /// Nobody may search any more.
  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing the index of the knowledge failed", e);
    }
  }
}
