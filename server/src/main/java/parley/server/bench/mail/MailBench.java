package parley.server.bench.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import parley.config.Secret;
import parley.db.connection.DatabaseAddress;
import parley.db.embedded.EmbeddedDatabase;
import parley.server.measure.Machine;

/// Sends questions to a Parley that is killed again and again, and counts what comes back.
///
/// @param home the checkout, whose knowledge answers
/// @param progress told in one line how far it is
public record MailBench(Path home, MailPlan plan, Consumer<String> progress) {

  /// @param folder an empty one, for the database and the process's files
  public MailBenchReport run(Path folder) throws IOException, InterruptedException {
    return run(folder, GreenMailShop::new);
  }

  /// @param servers starts a mail server for so many customers
  MailBenchReport run(Path folder, IntFunction<ShopMail> servers)
      throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("db"), 0);
        ShopMail server = servers.apply(plan.customers())) {
      Map<String, String> settings = new LinkedHashMap<>(server.settings());
      settings.put("state", folder.resolve("state").toString());
      settings.putAll(of(database.address()));
      return new MailCourse(home, plan, progress, server, settings).measured(machine);
    }
  }

  private static Map<String, String> of(DatabaseAddress address) {
    Secret password = address.password();
    return Map.of(
        "database.url", address.url(),
        "database.user", address.user(),
        "database.password", password == null ? "" : password.reveal());
  }
}
