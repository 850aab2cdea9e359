package parley.server.bench.callbacks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A node in a process of its own, to be killed. Thread: one.
final class NodeProcess implements AutoCloseable {

  private static final String READY = "Callbacks are kept";

  private final Process process;
  private volatile boolean ready;

  private NodeProcess(Process process) {
    this.process = process;
  }

  /// Returns at once; [#awaitReady] waits.
  ///
  /// @param heartbeatMs how often it says that it lives
  static NodeProcess start(
      Path home, String name, int witness, int heartbeatMs, Map<String, String> settings)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dparley.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "parley.server.Main",
                "callbacks",
                "run",
                "--node",
                name,
                "--witness",
                Integer.toString(witness),
                "--heartbeat-ms",
                Integer.toString(heartbeatMs)));
    settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    return new NodeProcess(
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
  }

  /// Returns when it keeps callbacks.
  void awaitReady() throws IOException {
    BufferedReader said = process.errorReader();
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(READY)) {
        ready = true;
        var _ = Thread.ofVirtual().start(() -> readOn(said));
        return;
      }
      all.append(line).append(' ');
    }
    throw new IOException("A node did not start: " + all);
  }

  /// A node whose words nobody reads would stand still.
  private static void readOn(BufferedReader said) {
    try {
      said.lines().forEach(_ -> {});
    } catch (UncheckedIOException killed) {
      // It says nothing more.
    }
  }

  /// Becomes ready while others work.
  NodeProcess readyInBackground() {
    var _ =
        Thread.ofVirtual()
            .start(() -> {
              try {
                awaitReady();
              } catch (IOException killedMeanwhile) {
                // It stays one that is not ready.
              }
            });
    return this;
  }

  boolean isReady() {
    return ready;
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
