package parley.server.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.server.status.ServerStatus;
import parley.server.status.StatusFile;
import parley.server.wiring.LocalParley;

/// The real server as `./parley up` starts it: a process of its own with this test's class path, a
/// state folder of its own, ports of its own, and the checkout's Asterisk. Whatever a test does to
/// it, [#close] leaves no process and no folder behind; the logs are kept below
/// `target/calls-logs`.
final class RunningServer implements AutoCloseable {

  static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();
  static final Path ASTERISK = HOME.resolve(".parley/asterisk");

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final String name;
  private final Path state;
  private final Map<String, String> environment;
  private final Settings settings;
  private final AtomicBoolean closed = new AtomicBoolean();
  private Process process;
  private @Nullable LocalParley attached;

  private RunningServer(String name, Path state, Map<String, String> environment) {
    this.name = name;
    this.state = state;
    this.environment = Map.copyOf(environment);
    settings = SettingsLoader.load(HOME, environment, List.of()).settings();
    process = launch();
    // A test run that is stopped half way leaves nothing behind either.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-" + name));
  }

  /// @param name for its logs
  /// @param extra settings by their environment names
  static RunningServer start(String name, Map<String, String> extra) {
    Assumptions.assumeTrue(
        Files.exists(ASTERISK.resolve(".finished")),
        "Asterisk is not installed in .parley/asterisk: run ./parley test");
    try {
      // PostgreSQL may run as another user than this one, and has to get into the folder.
      Path state =
          Files.createTempDirectory(
              "pc",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.createSymbolicLink(state.resolve("asterisk"), ASTERISK.toRealPath());
      Map<String, String> environment = ServerEnvironment.of(state);
      environment.putAll(extra);
      RunningServer server = new RunningServer(name, state, environment);
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms256m",
            "-Xmx1g",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=30",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            // The test's own logging settings are on this class path as well.
            "-Dlogback.configurationFile=logback.xml",
            "-Dparley.home=" + HOME,
            "-cp",
            System.getProperty("java.class.path"),
            "parley.server.Main",
            "up"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(state.resolve("up.txt").toFile()));
    builder.environment().keySet().removeIf(key -> key.startsWith("PARLEY_"));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    boolean ready = false;
    try {
      Await.until(
          "the server is ready",
          START,
          () -> {
            if (!process.isAlive()) {
              throw new AssertionError("The server did not start:\n" + said());
            }
            return status().isPresent();
          });
      ready = true;
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  /// What this process last counted; empty while it takes no calls.
  Optional<ServerStatus> status() {
    return new StatusFile(state, Clock.systemUTC())
        .read()
        .filter(status -> status.pid() == process.pid());
  }

  /// Whether it counts a call now.
  boolean isInCall() {
    return status().filter(status -> status.calls() > 0).isPresent();
  }

  /// Whether it counts no call, no channel and no recognizer.
  boolean isIdle() {
    return status()
        .filter(now -> now.calls() == 0 && now.channels() == 0 && now.recognizers() == 0)
        .isPresent();
  }

  /// What it printed.
  String said() {
    return Files.exists(state.resolve("up.txt")) ? Read.text(state.resolve("up.txt")) : "";
  }

  /// What it logged, without a word that was spoken.
  String logged() {
    return Read.text(state.resolve("log/parley.log"));
  }

  Settings settings() {
    return settings;
  }

  Path state() {
    return state;
  }

  /// The call log and the way to dial, as the commands on this machine see them.
  synchronized LocalParley parley() {
    LocalParley known = attached;
    if (known == null) {
      known = LocalParley.attach(settings, Clock.systemUTC());
      attached = known;
    }
    return known;
  }

  private synchronized void detach() {
    if (attached != null) {
      attached.close();
      attached = null;
    }
  }

  long asteriskPid() {
    return pid(state.resolve("run/asterisk/asterisk.pid")).orElseThrow();
  }

  /// The main process of PostgreSQL, as this machine numbers it.
  long databasePid() {
    return databaseProcesses().findFirst().orElseThrow();
  }

  /// All processes of PostgreSQL, those of its connections included.
  List<Long> databaseFamily() {
    List<Long> all = new ArrayList<>();
    databaseProcesses().forEach(all::add);
    ProcessHandle.of(databasePid())
        .ifPresent(main -> main.descendants().map(ProcessHandle::pid).forEach(all::add));
    return all.stream().distinct().toList();
  }

  private Stream<Long> databaseProcesses() {
    String folder = state.resolve("postgres").toString();
    return ProcessHandle.allProcesses()
        .filter(handle -> Processes.commandLine(handle.pid()).contains(folder))
        .map(ProcessHandle::pid)
        .sorted();
  }

  private static Optional<Long> pid(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(Read.text(file).lines().findFirst().orElse("0").strip()));
  }

  /// Ends the server's process as a power cut would: no goodbye, and its Asterisk and PostgreSQL
  /// stay.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("The server survived SIGKILL");
    }
  }

  /// Starts it again on the same state.
  void startAgain() {
    detach();
    process = launch();
    awaitReady();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    detach();
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    pid(state.resolve("run/asterisk/asterisk.pid"))
        .filter(pid -> Processes.commandLine(pid).contains(state.toString()))
        .ifPresent(pid -> Processes.signal("KILL", pid));
    databaseProcesses().forEach(pid -> Processes.signal("KILL", pid));
    keepLogs();
    Folders.delete(state);
  }

  private void keepLogs() {
    Path kept = Path.of("target/calls-logs", name);
    Map<String, String> logs =
        Map.of(
            "up.txt",
            "up.txt",
            "log/parley.log",
            "parley.log",
            "run/asterisk/log/messages.log",
            "asterisk.log");
    logs.forEach((from, to) -> {
      try {
        Files.createDirectories(kept);
        if (Files.exists(state.resolve(from))) {
          Files.copy(state.resolve(from), kept.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
