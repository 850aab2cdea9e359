package parley.gateway.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One running process of the private Asterisk, started by us now or by an earlier Parley. Thread:
/// one at a time.
final class AsteriskRun {

  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int LAST_LINES = 3;

  private final AsteriskInstallation installation;
  private final AsteriskFolders folders;
  private final ProcessHandle process;

  private AsteriskRun(
      AsteriskInstallation installation, AsteriskFolders folders, ProcessHandle process) {
    this.installation = installation;
    this.folders = folders;
    this.process = process;
  }

  /// In a session of its own: a Ctrl-C in the terminal reaches Parley alone, which then ends calls
  /// before it ends Asterisk.
  static AsteriskRun launch(AsteriskInstallation installation, AsteriskFolders folders) {
    ProcessBuilder builder =
        new ProcessBuilder(
            "setsid", installation.program().toString(), "-f", "-C", folders.mainFile().toString());
    Command.withoutSecrets(builder);
    builder.directory(folders.run().toFile());
    builder.redirectErrorStream(true).redirectOutput(output(folders).toFile());
    builder.redirectInput(Path.of("/dev/null").toFile());
    try {
      ProcessHandle process = builder.start().toHandle();
      Files.writeString(folders.pidFile(), process.pid() + "\n");
      return new AsteriskRun(installation, folders, process);
    } catch (IOException failed) {
      throw new AsteriskException(
          "%s cannot be started (%s); see ./parley doctor."
              .formatted(installation.program(), failed.getMessage()),
          failed);
    }
  }

  /// The process that an earlier Parley has left behind, if it is still that process.
  static Optional<AsteriskRun> leftover(
      AsteriskInstallation installation, AsteriskFolders folders) {
    try {
      long pid = Long.parseLong(Files.readString(folders.pidFile()).strip());
      return ProcessHandle.of(pid)
          .filter(process -> isOurs(process, folders))
          .map(process -> new AsteriskRun(installation, folders, process));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  ProcessHandle process() {
    return process;
  }

  /// Waits until all modules are loaded.
  ///
  /// @throws AsteriskException when it ends instead, or takes too long
  void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + READY.toNanos();
    while (!answers()) {
      if (!process.isAlive()) {
        throw new AsteriskException(
            "Asterisk ended while it started; its last words: %s; the whole log is %s."
                .formatted(lastWords(), folders.log()));
      }
      if (System.nanoTime() > deadline) {
        throw new AsteriskException(
            "Asterisk was not ready after %d s; its log is %s."
                .formatted(READY.toSeconds(), folders.log()));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  boolean answers() {
    List<String> words =
        List.of(
            installation.program().toString(),
            "-C",
            folders.mainFile().toString(),
            "-rx",
            "core waitfullybooted");
    return Command.run(ANSWER, words, line -> {})
        .filter(result -> result.output().contains("fully booted"))
        .isPresent();
  }

  /// SIGTERM, and SIGKILL when that does not help in time; nothing when it is gone already.
  void stop() {
    if (isOurs(process, folders)) {
      process.destroy();
      if (!endsWithin(GRACE)) {
        process.destroyForcibly();
        endsWithin(GRACE);
      }
    }
    try {
      Files.deleteIfExists(folders.pidFile());
    } catch (IOException kept) {
      // the next start compares the command line and sees that it is stale
    }
  }

  private boolean endsWithin(Duration time) {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException alive) {
      return !process.isAlive();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  /// A process id may have been given to somebody else since: the command line must name our file.
  private static boolean isOurs(ProcessHandle process, AsteriskFolders folders) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      return List.of(line.split("\0")).contains(folders.mainFile().toString());
    } catch (IOException gone) {
      return false;
    }
  }

  private String lastWords() {
    for (Path file : List.of(folders.log(), output(folders))) {
      try {
        List<String> lines =
            Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        if (!lines.isEmpty()) {
          return String.join(
              " / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        }
      } catch (IOException unreadable) {
        // then the other one
      }
    }
    return "none";
  }

  private static Path output(AsteriskFolders folders) {
    return folders.run().resolve("log/output.log");
  }
}
