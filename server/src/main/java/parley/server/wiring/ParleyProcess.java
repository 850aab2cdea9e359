package parley.server.wiring;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import parley.config.Settings;
import parley.dialogue.log.CallLog;
import parley.gateway.phone.PhoneSettings;
import parley.server.call.NotRunningException;
import parley.server.call.RunningParley;
import parley.server.status.StatusFile;

/// `up` as a process of its own, with the same settings, for a command that needs a server while
/// none runs. Closing it stops the server as Ctrl-C does. Thread: one owner.
final class ParleyProcess implements RunningParley {
  private static final String MAIN = "parley.server.Main";
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Process process;
  private final RunningParley parley;

  private ParleyProcess(Process process, RunningParley parley) {
    this.process = process;
    this.parley = parley;
  }

  /// @throws NotRunningException when it did not come up; nothing is left running then
  static ParleyProcess start(Settings settings, StatusFile status, Clock clock) {
    Path said = settings.state().resolve("log").resolve("bench-up.log");
    Process process = launch(said);
    // Also when the command itself is told to end.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
    try {
      awaitReady(process, status, said);
      return new ParleyProcess(process, LocalParley.attach(settings, clock));
    } catch (RuntimeException failed) {
      stop(process);
      throw failed;
    }
  }

  private static Process launch(Path said) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.add("up");
    try {
      Files.createDirectories(said.toAbsolutePath().getParent());
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(said.toFile())
          .start();
    } catch (IOException failed) {
      throw new NotRunningException("Parley could not be started: " + failed.getMessage());
    }
  }

  private static void awaitReady(Process process, StatusFile status, Path said) {
    long deadline = System.nanoTime() + START.toNanos();
    try {
      while (status.read().filter(now -> now.pid() == process.pid()).isEmpty()) {
        if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new NotRunningException("Parley could not be started: " + lastLine(said));
        }
        if (System.nanoTime() - deadline > 0) {
          throw new NotRunningException(
              "Parley was not ready within " + START.toSeconds() + " s; see " + said + ".");
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotRunningException("Interrupted while Parley started.");
    }
  }

  private static String lastLine(Path said) {
    try {
      List<String> lines = Files.readAllLines(said);
      return lines.isEmpty() ? "it said nothing." : lines.getLast();
    } catch (IOException unreadable) {
      return "see " + said + ".";
    }
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public PhoneSettings phone() {
    return parley.phone();
  }

  @Override
  public boolean logsIn() {
    return parley.logsIn();
  }

  @Override
  public String extension() {
    return parley.extension();
  }

  @Override
  public CallLog log() {
    return parley.log();
  }

  @Override
  public Path recordings() {
    return parley.recordings();
  }

  @Override
  public void close() {
    parley.close();
    stop(process);
  }
}
