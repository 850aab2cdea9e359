package parley.db.appointment;

import static parley.db.jooq.Tables.BUSY_TIME;
import static parley.db.jooq.Tables.CALENDAR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import parley.callback.calendar.Span;
import parley.callback.feed.FeedStore;

/// What calendars' own feeds have told, in PostgreSQL. Thread: any.
public final class JooqFeeds implements FeedStore {

  private final DSLContext sql;

  public JooqFeeds(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<String> claim(String calendar, Instant now, Instant next) {
    int _ = AppointmentRows.numbers(sql, List.of(calendar), false).size();
    return sql.update(CALENDAR)
        .set(CALENDAR.FEED_NEXT_AT, next)
        .where(CALENDAR.NAME.eq(calendar).and(CALENDAR.FEED_NEXT_AT.le(now)))
        .returning(CALENDAR.FEED_TAG)
        .fetchOptional(CALENDAR.FEED_TAG);
  }

  @Override
  public void replace(String calendar, String tag, List<Span> busy, Instant now) {
    sql.transaction(transaction -> {
      DSLContext inside = transaction.dsl();
      Integer number = AppointmentRows.numbers(inside, List.of(calendar), true).get(calendar);
      inside.deleteFrom(BUSY_TIME).where(BUSY_TIME.CALENDAR.eq(number)).execute();
      var rows =
          busy.stream()
              .map(span ->
                  inside
                      .newRecord(BUSY_TIME)
                      .with(BUSY_TIME.CALENDAR, number)
                      .with(BUSY_TIME.STARTS_AT, span.from())
                      .with(BUSY_TIME.ENDS_AT, span.until()))
              .toList();
      int[] _ = inside.batchInsert(rows).execute();
      inside
          .update(CALENDAR)
          .set(CALENDAR.FEED_TAG, tag)
          .set(CALENDAR.FEED_PROBLEM, "")
          .set(CALENDAR.FEED_READ_AT, now)
          .where(CALENDAR.NUMBER.eq(number))
          .execute();
    });
  }

  @Override
  public void failed(String calendar, String problem) {
    sql.update(CALENDAR)
        .set(CALENDAR.FEED_PROBLEM, problem)
        .where(CALENDAR.NAME.eq(calendar))
        .execute();
  }
}
