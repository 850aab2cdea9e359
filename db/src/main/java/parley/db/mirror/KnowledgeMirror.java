package parley.db.mirror;

import static parley.db.jooq.Tables.KNOWLEDGE_ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Keeps every version of every knowledge entry, with the time that it was in force. Thread: any.
public final class KnowledgeMirror {

  private final DSLContext sql;

  public KnowledgeMirror(DSLContext sql) {
    this.sql = sql;
  }

  /// An entry as the knowledge files have it.
  public record KnowledgeRow(
      String id,
      String category,
      String question,
      String answer,
      List<String> keywords,
      String language) {
    public KnowledgeRow {
      keywords = List.copyOf(keywords);
    }

    String hash() {
      return ContentHash.of(
          Stream.concat(Stream.of(category, question, answer, language), keywords.stream())
              .toList());
    }
  }

  /// Ends the versions that are no longer in the files, and begins the new ones.
  ///
  /// @return how many entries are new, changed or gone
  public int sync(Collection<KnowledgeRow> entries, Instant now) {
    Map<String, KnowledgeRow> wanted =
        entries.stream().collect(Collectors.toMap(KnowledgeRow::id, entry -> entry));
    return sql.transactionResult(transaction -> sync(transaction.dsl(), wanted, now));
  }

  private static int sync(DSLContext sql, Map<String, KnowledgeRow> wanted, Instant now) {
    Map<String, String> inForce =
        sql.select(KNOWLEDGE_ENTRY.ENTRY_ID, KNOWLEDGE_ENTRY.CONTENT_HASH)
            .from(KNOWLEDGE_ENTRY)
            .where(KNOWLEDGE_ENTRY.IN_FORCE_UNTIL.isNull())
            .fetchMap(KNOWLEDGE_ENTRY.ENTRY_ID, KNOWLEDGE_ENTRY.CONTENT_HASH);
    Versions versions = Versions.compare(inForce, wanted, KnowledgeRow::hash);
    if (!versions.ended().isEmpty()) {
      sql.update(KNOWLEDGE_ENTRY)
          .set(KNOWLEDGE_ENTRY.IN_FORCE_UNTIL, now)
          .where(KNOWLEDGE_ENTRY.ENTRY_ID.in(versions.ended()))
          .and(KNOWLEDGE_ENTRY.IN_FORCE_UNTIL.isNull())
          .execute();
    }
    versions.begun().forEach(id -> insert(sql, Versions.of(wanted, id), now));
    return versions.changes();
  }

  private static void insert(DSLContext sql, KnowledgeRow entry, Instant now) {
    sql.insertInto(KNOWLEDGE_ENTRY)
        .set(KNOWLEDGE_ENTRY.ID, UUID.randomUUID())
        .set(KNOWLEDGE_ENTRY.ENTRY_ID, entry.id())
        .set(KNOWLEDGE_ENTRY.CONTENT_HASH, entry.hash())
        .set(KNOWLEDGE_ENTRY.CATEGORY, entry.category())
        .set(KNOWLEDGE_ENTRY.QUESTION, entry.question())
        .set(KNOWLEDGE_ENTRY.ANSWER, entry.answer())
        .set(KNOWLEDGE_ENTRY.KEYWORDS, entry.keywords().toArray(String[]::new))
        .set(KNOWLEDGE_ENTRY.LANGUAGE, entry.language())
        .set(KNOWLEDGE_ENTRY.IN_FORCE_FROM, now)
        .execute();
  }

  /// The version that was in force then: what a citation of that time means.
  public Optional<KnowledgeRow> inForce(String entryId, Instant then) {
    return sql.selectFrom(KNOWLEDGE_ENTRY)
        .where(KNOWLEDGE_ENTRY.ENTRY_ID.eq(entryId))
        .and(KNOWLEDGE_ENTRY.IN_FORCE_FROM.le(then))
        .and(KNOWLEDGE_ENTRY.IN_FORCE_UNTIL.isNull().or(KNOWLEDGE_ENTRY.IN_FORCE_UNTIL.gt(then)))
        .fetchOptional(row ->
            new KnowledgeRow(
                row.getEntryId(),
                row.getCategory(),
                row.getQuestion(),
                row.getAnswer(),
                List.of(row.getKeywords()),
                row.getLanguage()));
  }
}
