package parley.dialogue.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Finds the entries that answer what a caller said. Lucene, in memory, picks the entries that
/// share words (one letter wrong is forgiven in words of five letters and more); [Coverage] then
/// weighs how much of the question and of the entry's wordings they share. Immutable after
/// construction; searching is thread-safe and deterministic.
public final class KnowledgeIndex {

  static final int FUZZY_FROM_LETTERS = 5;

  private static final String BAG = "bag";
  private static final String ORDINAL = "ordinal";
  private static final int SHORT_LIST = 25;

  private final SpokenAnalyzer analyzer = new SpokenAnalyzer();
  private final List<Indexed> entries;
  private final IndexSearcher searcher;
  private final Coverage coverage;

  public KnowledgeIndex(KnowledgeBase base) {
    this.entries = base.entries().stream().map(this::indexed).toList();
    try {
      this.searcher = new IndexSearcher(DirectoryReader.open(write()));
    } catch (IOException e) {
      throw new UncheckedIOException("Building the index in memory failed", e);
    }
    this.coverage = new Coverage(documentFrequencies(), entries.size());
  }

  /// An entry with the stems of its wordings.
  record Indexed(KnowledgeEntry entry, List<List<String>> variants, List<String> bag) {}

  /// The best entries, best first, at most `limit`; none when no word is shared.
  public List<Candidate> search(String words, int limit) {
    List<String> stems = analyzer.stems(words);
    if (stems.isEmpty() || entries.isEmpty()) {
      return List.of();
    }
    try {
      List<Candidate> found = new ArrayList<>();
      var storedFields = searcher.storedFields();
      for (var hit : searcher.search(query(stems), SHORT_LIST).scoreDocs) {
        int ordinal = storedFields.document(hit.doc).getField(ORDINAL).numericValue().intValue();
        Indexed indexed = entries.get(ordinal);
        found.add(new Candidate(indexed.entry(), coverage.of(stems, indexed)));
      }
      found.sort(
          Comparator.comparing(Candidate::confidence)
              .reversed()
              .thenComparing(candidate -> candidate.entry().id()));
      return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    } catch (IOException e) {
      throw new UncheckedIOException("Searching the index in memory failed", e);
    }
  }

  private Indexed indexed(KnowledgeEntry entry) {
    List<List<String>> variants =
        entry.variants().map(analyzer::stems).filter(stems -> !stems.isEmpty()).toList();
    String all = String.join(" ", entry.variants().toList());
    List<String> bag = analyzer.stems(all + " " + String.join(" ", entry.keywords()));
    return new Indexed(entry, variants, bag);
  }

  private ByteBuffersDirectory write() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new org.apache.lucene.analysis.core.WhitespaceAnalyzer()))) {
      for (int i = 0; i < entries.size(); i++) {
        Document document = new Document();
        document.add(new StoredField(ORDINAL, i));
        document.add(new TextField(BAG, String.join(" ", entries.get(i).bag()), Field.Store.NO));
        writer.addDocument(document);
      }
    }
    return directory;
  }

  private Map<String, Integer> documentFrequencies() {
    Map<String, Integer> frequencies = new HashMap<>();
    entries.forEach(entry -> entry.bag().forEach(stem -> frequencies.merge(stem, 1, Integer::sum)));
    return frequencies;
  }

  private static Query query(List<String> stems) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String stem : stems) {
      Term term = new Term(BAG, stem);
      Query query =
          stem.length() < FUZZY_FROM_LETTERS ? new TermQuery(term) : new FuzzyQuery(term, 1);
      any.add(query, BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }
}
