package parley.db.codegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Makes jOOQ's classes from the migrations, so that a column that no migration has made does not
/// compile. The migrations run on a real, short-lived PostgreSQL: jOOQ's own reader of SQL files
/// does not know PostgreSQL's types.
///
/// The build runs it; when nothing has changed since the last run, it does nothing.
public final class Gen {

  private static final String USER = "postgres";

  private Gen() {}

  /// Arguments: folder of the migrations, package of the generated classes, folder to write to.
  public static void main(String[] args) throws Exception {
    if (args.length != 3) {
      throw new IllegalArgumentException("Expected: MIGRATIONS PACKAGE TARGET");
    }
    Path migrations = Path.of(args[0]);
    Path target = Path.of(args[2]);
    Stamp stamp = Stamp.of(migrations, args[1]);
    if (stamp.isIn(target)) {
      return;
    }
    // Classes of tables that are gone must not stay behind.
    delete(target);
    generate(migrations, args[1], target);
    stamp.writeTo(target);
  }

  private static void generate(Path migrations, String packageName, Path target) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      DataSource database = postgres.getPostgresDatabase();
      Flyway.configure()
          .dataSource(database)
          .locations("filesystem:" + migrations)
          .load()
          .migrate();
      GenerationTool.generate(configuration(postgres.getJdbcUrl(USER, USER), packageName, target));
    }
  }

  private static Configuration configuration(String url, String packageName, Path target) {
    Database database =
        new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withInputSchema("public")
            .withOutputSchemaToDefault(true)
            .withExcludes("flyway_schema_history")
            .withIncludeRoutines(false)
            .withForcedTypes(
                new ForcedType()
                    .withName("INSTANT")
                    .withIncludeTypes("(?i:timestamp.*with time zone|timestamptz)"));
    Generate generate =
        new Generate()
            .withRecords(true)
            .withJavaTimeTypes(true)
            .withGeneratedAnnotation(false)
            .withComments(false)
            .withGlobalKeyReferences(true);
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url).withUser(USER))
        .withGenerator(
            new Generator()
                .withDatabase(database)
                .withGenerate(generate)
                .withTarget(
                    new Target().withPackageName(packageName).withDirectory(target.toString())));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
