package parley.db.mirror;

import static parley.db.jooq.Tables.ESCALATION_RULE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/// Keeps every version of every escalation rule, with the time that it was in force. Thread: any.
public final class RuleMirror {

  private final DSLContext sql;

  public RuleMirror(DSLContext sql) {
    this.sql = sql;
  }

  /// A rule as the rules file has it; condition and action as JSON.
  public record RuleRow(
      String name, String condition, String action, int priority, boolean active) {

    String hash() {
      return ContentHash.of(
          List.of(condition, action, Integer.toString(priority), Boolean.toString(active)));
    }
  }

  /// Ends the versions that are no longer in the file, and begins the new ones.
  ///
  /// @return how many rules are new, changed or gone
  public int sync(Collection<RuleRow> rules, Instant now) {
    Map<String, RuleRow> wanted =
        rules.stream().collect(Collectors.toMap(RuleRow::name, rule -> rule));
    return sql.transactionResult(transaction -> sync(transaction.dsl(), wanted, now));
  }

  private static int sync(DSLContext sql, Map<String, RuleRow> wanted, Instant now) {
    Map<String, String> inForce =
        sql.select(ESCALATION_RULE.RULE_NAME, ESCALATION_RULE.CONTENT_HASH)
            .from(ESCALATION_RULE)
            .where(ESCALATION_RULE.IN_FORCE_UNTIL.isNull())
            .fetchMap(ESCALATION_RULE.RULE_NAME, ESCALATION_RULE.CONTENT_HASH);
    Versions versions = Versions.compare(inForce, wanted, RuleRow::hash);
    if (!versions.ended().isEmpty()) {
      sql.update(ESCALATION_RULE)
          .set(ESCALATION_RULE.IN_FORCE_UNTIL, now)
          .where(ESCALATION_RULE.RULE_NAME.in(versions.ended()))
          .and(ESCALATION_RULE.IN_FORCE_UNTIL.isNull())
          .execute();
    }
    versions.begun().forEach(name -> insert(sql, Versions.of(wanted, name), now));
    return versions.changes();
  }

  private static void insert(DSLContext sql, RuleRow rule, Instant now) {
    sql.insertInto(ESCALATION_RULE)
        .set(ESCALATION_RULE.ID, UUID.randomUUID())
        .set(ESCALATION_RULE.RULE_NAME, rule.name())
        .set(ESCALATION_RULE.CONTENT_HASH, rule.hash())
        .set(ESCALATION_RULE.CONDITION, JSONB.valueOf(rule.condition()))
        .set(ESCALATION_RULE.ACTION, JSONB.valueOf(rule.action()))
        .set(ESCALATION_RULE.PRIORITY, rule.priority())
        .set(ESCALATION_RULE.ACTIVE, rule.active())
        .set(ESCALATION_RULE.IN_FORCE_FROM, now)
        .execute();
  }

  /// The version that was in force then.
  public Optional<RuleRow> inForce(String name, Instant then) {
    return sql.selectFrom(ESCALATION_RULE)
        .where(ESCALATION_RULE.RULE_NAME.eq(name))
        .and(ESCALATION_RULE.IN_FORCE_FROM.le(then))
        .and(ESCALATION_RULE.IN_FORCE_UNTIL.isNull().or(ESCALATION_RULE.IN_FORCE_UNTIL.gt(then)))
        .fetchOptional(row ->
            new RuleRow(
                row.getRuleName(),
                row.getCondition().data(),
                row.getAction().data(),
                row.getPriority(),
                row.getActive()));
  }
}
