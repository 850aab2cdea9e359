package parley.dialogue.knowledge;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// The two searches: by words (BM25) and by vectors (a quantized graph). Both say which entries
/// come into question, by the numbers of their documents. Thread: any.
final class Retrieval {

  static final int FUZZY_FROM_LETTERS = 5;

  private static final int BY_WORDS = 25;
  private static final int BY_VECTORS = 64;

  private final IndexSearcher searcher;

  Retrieval(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /// Adds the entries that share words with a question; in words of five letters and more that no
  /// entry has, one wrong letter is forgiven.
  void byWords(List<String> stems, Query filter, NavigableSet<Integer> found) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(filter, Occur.FILTER);
    any.setMinimumNumberShouldMatch(1);
    IndexReader reader = searcher.getIndexReader();
    for (String stem : stems) {
      Term term = new Term(EntryDocument.BAG, stem);
      boolean known = stem.length() < FUZZY_FROM_LETTERS || reader.docFreq(term) > 0;
      any.add(known ? new TermQuery(term) : new FuzzyQuery(term, 1), Occur.SHOULD);
    }
    for (ScoreDoc hit : searcher.search(any.build(), BY_WORDS).scoreDocs) {
      found.add(hit.doc);
    }
  }

  /// Adds the entries that have the vectors nearest to a question's.
  void byVectors(float[] question, Query filter, NavigableSet<Integer> found) throws IOException {
    Query nearest =
        filter.equals(MatchAllDocsQuery.INSTANCE)
            ? new KnnFloatVectorQuery(EntryDocument.VECTOR, question, BY_VECTORS)
            : new KnnFloatVectorQuery(EntryDocument.VECTOR, question, BY_VECTORS, filter);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (ScoreDoc hit : searcher.search(nearest, BY_VECTORS).scoreDocs) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      NumericDocValues further = DocValues.getNumeric(leaf.reader(), EntryDocument.TO_ENTRY);
      if (further.advanceExact(hit.doc - leaf.docBase)) {
        found.add(hit.doc + (int) further.longValue());
      }
    }
  }

  /// The query that lets through what the filter does.
  static Query filter(Filter filter) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    filter.language().ifPresent(code -> all.add(language(code), Occur.FILTER));
    filter
        .category()
        .ifPresent(wanted ->
            all.add(new TermQuery(new Term(EntryDocument.CATEGORY, wanted)), Occur.FILTER));
    filter.day().ifPresent(day -> holding(day, all));
    if (!filter.off().isEmpty()) {
      List<BytesRef> ids = filter.off().stream().map(BytesRef::new).toList();
      all.add(new TermInSetQuery(EntryDocument.ID, ids), Occur.MUST_NOT);
    }
    BooleanQuery built = all.build();
    return built.clauses().size() == 1 ? MatchAllDocsQuery.INSTANCE : built;
  }

  private static Query language(String code) {
    return new TermInSetQuery(
        EntryDocument.LANGUAGE,
        List.of(new BytesRef(code), new BytesRef(EntryDocument.ANY_LANGUAGE)));
  }

  private static void holding(LocalDate day, BooleanQuery.Builder all) {
    int today = EntryDocument.day(day);
    all.add(IntPoint.newRangeQuery(EntryDocument.FROM, Integer.MIN_VALUE, today), Occur.FILTER);
    all.add(IntPoint.newRangeQuery(EntryDocument.UNTIL, today, Integer.MAX_VALUE), Occur.FILTER);
  }
}
