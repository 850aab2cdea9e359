package parley.db.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import parley.db.TestDatabase;
import parley.db.connection.DatabaseAddress;

/// Callbacks that were promised before Parley kept promises by itself.
class OldCallbacksTest {

  private static final String OLD = "before_callbacks";

  @Test
  void newOnesAreKeptAndOldOnesNeedAPerson() {
    DSLContext server = TestDatabase.database().sql();
    try {
      PGSimpleDataSource source = source();
      Flyway to7 = flyway(source, "7");
      var _ = to7.migrate();
      DSLContext sql = DSL.using(source, SQLDialect.POSTGRES);
      UUID fresh = promise(sql, "PENDING", "1 hour");
      UUID old = promise(sql, "PENDING", "30 days");
      UUID done = promise(sql, "DONE", "40 days");

      var _ = flyway(source, "9").migrate();

      assertEquals(
          Map.of(fresh, "WAITING", old, "NEEDS_PERSON", done, "KEPT"),
          sql.fetch("select id, state from callback").stream()
              .collect(
                  Collectors.toMap(
                      row -> row.get("id", UUID.class), row -> row.get("state", String.class))));
      assertEquals(
          List.of(fresh.toString()),
          sql.fetch("select task_instance from scheduled_tasks").getValues(0, String.class));
    } finally {
      server.execute("drop schema if exists " + OLD + " cascade");
    }
  }

  private static UUID promise(DSLContext sql, String status, String ago) {
    UUID id = UUID.randomUUID();
    sql.execute(
        "insert into callback (id, status, number, reason, promised_at, updated_at, closed_at)"
            + " values ({0}, {1}, '0301', 'x', now() - {2}::interval, now(),"
            + " case when {1} = 'PENDING' then null else now() end)",
        DSL.val(id), DSL.val(status), DSL.val(ago));
    return id;
  }

  private static Flyway flyway(PGSimpleDataSource source, String target) {
    return Flyway.configure()
        .dataSource(source)
        .defaultSchema(OLD)
        .createSchemas(true)
        .locations("classpath:db/migration")
        .target(target)
        .load();
  }

  private static PGSimpleDataSource source() {
    DatabaseAddress address = TestDatabase.address();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setCurrentSchema(OLD + ",public");
    source.setUser(address.user());
    if (address.password() != null) {
      source.setPassword(address.password().reveal());
    }
    return source;
  }
}
