package parley.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import parley.db.connection.DatabaseException;

/// Runs PostgreSQL's own programs to their end.
final class Programs {

  private final Installation installation;
  private final Account account;
  private final Path folder;

  Programs(Installation installation, Account account, Path folder) {
    this.installation = installation;
    this.account = account;
    this.folder = folder;
  }

  /// How a program ended, and all it printed.
  record Result(int exitCode, String output) {
    boolean failed() {
      return exitCode != 0;
    }
  }

  Result run(Duration timeout, String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(installation.program(program).toString()));
    command.addAll(List.of(arguments));
    try {
      // A file and not a pipe: a pipe would stay open as long as the server that pg_ctl starts.
      Path output = Files.createTempFile(folder, program, ".out");
      try {
        return run(timeout, command, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new DatabaseException(
          Faults.isFullDisk(e)
              ? Faults.fullDisk(folder)
              : "PostgreSQL's program " + command.getFirst() + " cannot be run: " + e.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("Interrupted while PostgreSQL's " + program + " ran", e);
    }
  }

  private Result run(Duration timeout, List<String> command, Path output)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(account.command(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // The user's own PGDATA, PGPORT or language must not reach our server.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    Process process = builder.start();
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      return new Result(-1, Files.readString(output) + "\nstill running after " + timeout);
    }
    return new Result(process.exitValue(), Files.readString(output));
  }
}
