package parley.server.bench.callbacks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// SIPp as the network, with a scenario that picks up every call; what it received is read in the
/// log that it writes itself: a line for each INVITE that began a call, with number and attempt.
/// Thread: any.
final class SippNetwork implements Network {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Process process;
  private final Path folder;
  private final int port;

  private SippNetwork(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /// Returns when it takes calls.
  ///
  /// @param folder an empty one, for its scenario and logs
  static SippNetwork start(Path sipp, Path folder, int port, int mediaPort)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path scenario = folder.resolve("callee.xml");
    Files.writeString(scenario, scenario());
    Process process =
        new ProcessBuilder(
                sipp.toString(),
                "-sf",
                scenario.toString(),
                "-i",
                "127.0.0.1",
                "-mi",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-mp",
                Integer.toString(mediaPort),
                "-bind_local",
                "-nostdin",
                "-trace_logs",
                "-log_file",
                folder.resolve("calls.log").toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    SippNetwork network = new SippNetwork(process, folder, port);
    boolean ready = false;
    try {
      network.awaitReady();
      ready = true;
      return network;
    } finally {
      if (!ready) {
        network.close();
      }
    }
  }

  private static String scenario() throws IOException {
    try (InputStream in = SippNetwork.class.getResourceAsStream("sipp-callee.xml")) {
      return new String(
          Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (isFree(port)) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new IOException(
            "SIPp does not take calls: " + Files.readString(folder.resolve("out.txt")).strip());
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private static boolean isFree(int port) throws IOException {
    try (DatagramSocket probe =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      return probe.isBound();
    } catch (BindException taken) {
      return false;
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Map<String, Integer> received() {
    Path log = folder.resolve("calls.log");
    if (!Files.exists(log)) {
      return Map.of();
    }
    Map<String, Integer> received = new HashMap<>();
    try (Stream<String> lines = Files.lines(log)) {
      // The last line may be half written; it is whole at the next look.
      lines
          .map(line -> List.of(line.strip().split(" ")))
          .filter(parts -> parts.size() == 4 && parts.getFirst().equals("call"))
          .filter(parts -> parts.getLast().equals("."))
          .forEach(parts -> {
            int _ = received.merge(parts.get(1), 1, Integer::sum);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return received;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
