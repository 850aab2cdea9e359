package parley.server.callbacks;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.server.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley callbacks run`: a node that calls and says nothing, for `bench callbacks`. Real nodes
/// are `./parley up`, each with its own `asterisk.application`.
@Command(
    name = "run",
    hidden = true,
    description = "For benches: calls whoever is due, and hangs up.",
    mixinStandardHelpOptions = true)
public final class CallbackRunCommand implements Callable<Integer> {

  /// Instead of a witness's port: a real Asterisk.
  public static final int ASTERISK = 0;

  /// Keeps promises until the process is told to stop.
  @FunctionalInterface
  public interface Running {

    void run(Settings settings, Wanted wanted, PrintWriter progress) throws InterruptedException;
  }

  /// What kind of node.
  ///
  /// @param node no two on one database have the same name
  /// @param witness the port of a bench's stand-in for Asterisk; 0: the real one
  /// @param heartbeat how often it says that it lives
  public record Wanted(String node, int witness, Duration heartbeat) {}

  private final CommandContext context;
  private final Running running;

  @Option(
      names = "--node",
      required = true,
      paramLabel = "NAME",
      description = "Its name; no two nodes on one database have the same.")
  private String node;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting for this run alone, such as database.pool-size=5.")
  private @Nullable Map<String, String> set;

  @Option(
      names = "--witness",
      defaultValue = "0",
      description = "The port of a stand-in for Asterisk; 0: the real one.")
  private int witness;

  @Option(
      names = "--heartbeat-ms",
      defaultValue = "5000",
      description = "How often it says that it lives.")
  private int heartbeatMs;

  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  CallbackRunCommand(CommandContext context, Running running) {
    this.context = context;
    this.running = running;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<SettingsLoader.Given> given = new ArrayList<>();
    (set == null ? Map.<String, String>of() : set)
        .forEach((key, value) -> given.add(new SettingsLoader.Given(key, value, "--set")));
    Settings settings = context.settings(given.toArray(SettingsLoader.Given[]::new));
    running.run(settings, new Wanted(node, witness, Duration.ofMillis(heartbeatMs)), context.err());
    return 0;
  }
}
