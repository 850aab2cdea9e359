package parley.gateway.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs a program to its end and reads what it prints.
final class Command {

  private Command() {}

  record Result(int status, String output) {}

  /// Nothing when it cannot be started or does not end in time; then it is killed.
  ///
  /// @param listener takes each line as it is printed
  static Optional<Result> run(Duration deadline, List<String> words, Consumer<String> listener) {
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
      withoutSecrets(builder);
      process =
          builder
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .start();
    } catch (IOException notStarted) {
      return Optional.empty();
    }
    StringBuilder output = new StringBuilder();
    Thread reader = Thread.ofVirtual().start(() -> read(process, output, listener));
    try {
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      reader.join(Duration.ofSeconds(1));
      synchronized (output) {
        return Optional.of(new Result(process.exitValue(), output.toString()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /// Parley's passwords are no business of the programs that it starts.
  static void withoutSecrets(ProcessBuilder builder) {
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PARLEY_") && name.contains("PASSWORD"));
  }

  private static void read(Process process, StringBuilder output, Consumer<String> listener) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (output) {
          output.append(line).append('\n');
        }
        listener.accept(line);
      }
    } catch (IOException ended) {
      // the process is gone, and its exit status tells the rest
    }
  }
}
