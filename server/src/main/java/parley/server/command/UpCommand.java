package parley.server.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.config.SettingsLoader.Given;
import parley.server.start.InstanceLock;
import parley.server.start.Progress;
import parley.server.start.Signals;
import parley.server.start.Startup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley up`: starts everything, says where to call, waits for the signal, stops everything.
@Command(
    name = "up",
    description = "Start everything and answer calls, until Ctrl-C.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

  private final CommandContext context;
  private final Parts parts;

  @Option(
      names = "--asterisk",
      paramLabel = "private|external",
      description = "Run an Asterisk of Parley's own, or use the one named in the settings.")
  private @Nullable String asterisk;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "Use this PostgreSQL, such as jdbc:postgresql://HOST:5432/NAME.")
  private @Nullable String database;

  public UpCommand(CommandContext context, Parts parts) {
    this.context = context;
    this.parts = parts;
  }

  /// Adds the parts of the process, in order. `Main` knows them.
  @FunctionalInterface
  public interface Parts {
    void addTo(Startup startup, Settings settings);
  }

  @Override
  public Integer call() throws Exception {
    long begun = System.nanoTime();
    Settings settings = context.settings(given().toArray(Given[]::new));
    Progress progress = this::line;
    Signals signals = new Signals(progress, Thread.currentThread());
    try (InstanceLock lock = InstanceLock.take(settings.state());
        Startup startup = new Startup(progress)) {
      signals.listen();
      parts.addTo(startup, settings);
      startup.run();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      new ReadyScreen(settings).lines(took).forEach(this::line);
      signals.await();
    } catch (InterruptedException signalled) {
      if (!signals.received()) {
        throw signalled;
      }
    }
    line("Parley has stopped.");
    return 0;
  }

  private List<Given> given() {
    List<Given> given = new ArrayList<>();
    if (asterisk != null) {
      given.add(new Given("asterisk.mode", asterisk, "--asterisk"));
    }
    if (database != null) {
      given.add(new Given("database.url", database, "--database"));
    }
    return given;
  }

  private synchronized void line(String text) {
    context.err().println(text);
    context.err().flush();
  }
}
