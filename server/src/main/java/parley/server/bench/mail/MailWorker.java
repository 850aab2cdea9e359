package parley.server.bench.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import parley.server.bench.ProcessMemory;

/// A Parley in a process of its own that answers mail, to be killed. Thread: one.
final class MailWorker implements AutoCloseable {

  private static final String READY = "Parley answers";

  private final Process process;

  private MailWorker(Process process) {
    this.process = process;
  }

  /// Returns when it answers mail.
  ///
  /// @param grace in seconds
  /// @param byWords without the model of sentences
  static MailWorker start(Path home, Map<String, String> settings, int grace, boolean byWords)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dparley.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "parley.server.Main",
                "mail",
                "run",
                "--grace",
                Integer.toString(grace)));
    if (byWords) {
      command.add("--by-words");
    }
    settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said = process.errorReader();
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return new MailWorker(process);
      }
      all.append(line).append(' ');
    }
    throw new IOException("It did not start: " + all);
  }

  /// In MB of 10^6 bytes; empty where the system does not tell.
  OptionalDouble memoryMb() {
    return ProcessMemory.residentMb(process.pid());
  }

  /// Of all its threads so far, in ms; empty where the system does not tell.
  OptionalDouble cpuMs() {
    return process.info().totalCpuDuration().stream()
        .mapToDouble(spent -> spent.toNanos() / 1e6)
        .findFirst();
  }

  /// SIGKILL: it has no time to put anything in order.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    int _ = process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
