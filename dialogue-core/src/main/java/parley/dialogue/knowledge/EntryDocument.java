package parley.dialogue.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import parley.dialogue.intents.SentenceVectors;

/// How an entry lies in the index: first a document for the vector of each wording and of the
/// answer, then the entry's own with its words. Lucene keeps documents that are added together side
/// by side, so each is found from the other by counting.
final class EntryDocument {

  /** All stems of the entry, to be searched. */
  static final String BAG = "bag";

  static final String VECTOR = "vector";

  /** In a vector's document: how many documents further the entry's own lies. */
  static final String TO_ENTRY = "to-entry";

  /** In the entry's own: how many vectors of wordings, and of the answer, lie before it. */
  static final String WORDINGS = "wordings";

  static final String ANSWERS = "answers";

  static final String ID = "id";
  static final String CATEGORY = "category";
  static final String LANGUAGE = "language";
  static final String FROM = "from";
  static final String UNTIL = "until";
  static final String ANY_LANGUAGE = "any";

  private static final String QUESTION = "question";
  private static final String ALSO = "also";
  private static final String KEYWORD = "keyword";
  private static final String ANSWER = "answer";
  private static final String UPDATED = "updated";
  private static final String STEMS = "stems";

  private EntryDocument() {}

  /// An entry with the stems of its wordings.
  record Indexed(KnowledgeEntry entry, List<List<String>> variants, List<String> bag) {}

  static List<Document> of(
      KnowledgeEntry entry, SpokenAnalyzer analyzer, Optional<SentenceVectors> vectors) {
    List<Document> documents = new ArrayList<>();
    boolean answered = !entry.answer().isBlank();
    vectors.ifPresent(model -> {
      Stream<String> texts =
          answered ? Stream.concat(entry.variants(), Stream.of(entry.answer())) : entry.variants();
      texts.forEach(text -> documents.add(vector(model.of(text))));
      for (int i = 0; i < documents.size(); i++) {
        documents.get(i).add(new NumericDocValuesField(TO_ENTRY, documents.size() - i));
      }
    });
    Document own = words(entry, analyzer);
    int answers = vectors.isPresent() && answered ? 1 : 0;
    own.add(new NumericDocValuesField(WORDINGS, documents.size() - answers));
    own.add(new NumericDocValuesField(ANSWERS, answers));
    documents.add(own);
    documents.forEach(document -> filterFields(document, entry));
    return documents;
  }

  private static Document vector(float[] numbers) {
    Document document = new Document();
    document.add(
        new KnnFloatVectorField(VECTOR, numbers.clone(), VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  private static Document words(KnowledgeEntry entry, SpokenAnalyzer analyzer) {
    Document document = new Document();
    String all = String.join(" ", entry.variants().toList());
    String bag = String.join(" ", analyzer.stems(all + " " + String.join(" ", entry.keywords())));
    document.add(new TextField(BAG, bag, Field.Store.YES));
    entry
        .variants()
        .map(words -> String.join(" ", analyzer.stems(words)))
        .forEach(stems -> document.add(new StoredField(STEMS, stems)));
    document.add(new StoredField(QUESTION, entry.question()));
    entry.also().forEach(also -> document.add(new StoredField(ALSO, also)));
    entry.keywords().forEach(word -> document.add(new StoredField(KEYWORD, word)));
    document.add(new StoredField(ANSWER, entry.answer()));
    document.add(new StoredField(UPDATED, entry.standing().updated().toString()));
    document.add(new StoredField(FROM, entry.standing().from().toString()));
    document.add(new StoredField(UNTIL, entry.standing().until().toString()));
    return document;
  }

  private static void filterFields(Document document, KnowledgeEntry entry) {
    Standing standing = entry.standing();
    String language = standing.language().isEmpty() ? ANY_LANGUAGE : standing.language();
    document.add(new StringField(ID, entry.id(), Field.Store.YES));
    document.add(new StringField(CATEGORY, entry.category(), Field.Store.YES));
    document.add(new StringField(LANGUAGE, language, Field.Store.YES));
    document.add(new IntPoint(FROM, day(standing.from())));
    document.add(new IntPoint(UNTIL, day(standing.until())));
  }

  static int day(LocalDate date) {
    return (int) Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  static Indexed read(Document document) {
    String language = document.get(LANGUAGE);
    Standing standing =
        new Standing(
            language.equals(ANY_LANGUAGE) ? "" : language,
            LocalDate.parse(document.get(FROM)),
            LocalDate.parse(document.get(UNTIL)),
            LocalDate.parse(document.get(UPDATED)),
            true);
    KnowledgeEntry entry =
        new KnowledgeEntry(
            document.get(ID),
            document.get(CATEGORY),
            document.get(QUESTION),
            List.of(document.getValues(ALSO)),
            List.of(document.getValues(KEYWORD)),
            document.get(ANSWER),
            standing);
    List<List<String>> variants =
        Stream.of(document.getValues(STEMS))
            .filter(stems -> !stems.isEmpty())
            .map(EntryDocument::split)
            .toList();
    return new Indexed(entry, variants, split(document.get(BAG)));
  }

  private static List<String> split(String stems) {
    return stems.isEmpty() ? List.of() : List.of(stems.split(" "));
  }
}
