package parley.db.followup;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.FOLLOWED_UP;
import static parley.db.jooq.Tables.FOLLOW_UP;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import parley.callback.followup.FollowUpTasks;
import parley.db.callback.OpenCallbacks;
import parley.dialogue.conclusion.FollowUp;

/// What conversations have left to people, in PostgreSQL. Thread: any.
public final class JooqFollowUpTasks implements FollowUpTasks {

  private final DSLContext sql;

  public JooqFollowUpTasks(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Task> overdue(Instant now, int most) {
    return sql.select(FOLLOW_UP.asterisk(), coalesce(FOLLOWED_UP.WHY, inline("")))
        .from(FOLLOW_UP)
        .leftJoin(FOLLOWED_UP)
        .on(FOLLOWED_UP.CONVERSATION_ID.eq(FOLLOW_UP.CONVERSATION_ID))
        .where(FOLLOW_UP.STATUS.eq(inline("OPEN")).and(FOLLOW_UP.DUE_AT.le(now)))
        .and(FOLLOWED_UP.WAY.isNull().or(FOLLOWED_UP.WAY.ne("MAIL")))
        .and(notExists(called()))
        .orderBy(FOLLOW_UP.DUE_AT, FOLLOW_UP.ID)
        .limit(most)
        .fetch(row -> {
          var open = row.into(FOLLOW_UP);
          return new Task(
              open.getId(),
              open.getConversationId(),
              FollowUp.Kind.valueOf(open.getKind()),
              open.getDueAt(),
              open.getWhat(),
              row.get(row.size() - 1, String.class));
        });
  }

  /// A call that is still to be made sees to it, and is listed itself when it is late.
  private static org.jooq.Select<?> called() {
    Condition follows = CALLBACK.ID.eq(FOLLOWED_UP.CALLBACK_ID);
    Condition promised =
        FOLLOW_UP.KIND.eq("CALL_BACK").and(CALLBACK.CONVERSATION_ID.eq(FOLLOW_UP.CONVERSATION_ID));
    return selectOne().from(CALLBACK).where(follows.or(promised)).and(OpenCallbacks.all());
  }

  @Override
  public boolean close(String prefix, Instant now) {
    if (!prefix.matches("[0-9a-f-]{4,36}")) {
      return false;
    }
    Condition named =
        FOLLOW_UP.STATUS.eq("OPEN").and(FOLLOW_UP.ID.cast(SQLDataType.VARCHAR).startsWith(prefix));
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      return inside.fetchCount(FOLLOW_UP, named) == 1
          && inside
                  .update(FOLLOW_UP)
                  .set(FOLLOW_UP.STATUS, "DONE")
                  .set(FOLLOW_UP.CLOSED_AT, now)
                  .where(named)
                  .execute()
              == 1;
    });
  }
}
