package parley.server.wiring;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.gateway.VoiceGateway;
import parley.server.status.ServerStatus;
import parley.server.status.StatusFile;
import parley.speech.recognize.Recognizers;

/// Writes the server's counts to the status file, once a second, on a thread of its own.
public final class StatusWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StatusWriter.class);

  /** The JVM's own pools, which grow and shrink with the load. */
  private static final String CARRIERS = "ForkJoinPool";

  private final StatusFile file;
  private final VoiceGateway gateway;
  private final Recognizers recognizers;
  private final Clock clock;
  private final long startMs;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("status").factory());

  /// @param startMs how long the start took
  public StatusWriter(
      StatusFile file, VoiceGateway gateway, Recognizers recognizers, Clock clock, long startMs) {
    this.file = file;
    this.gateway = gateway;
    this.recognizers = recognizers;
    this.clock = clock;
    this.startMs = startMs;
    write();
    ScheduledFuture<?> _ = thread.scheduleAtFixedRate(this::write, 1, 1, TimeUnit.SECONDS);
  }

  private void write() {
    try {
      file.write(
          new ServerStatus(
              ProcessHandle.current().pid(),
              clock.instant(),
              "0.1.0",
              startMs,
              threads(),
              gateway.liveCalls(),
              gateway.channels().orElse(-1),
              recognizers.openStreams()));
    } catch (RuntimeException e) {
      LOG.warn("The status file cannot be written: {}", e.toString());
    }
  }

  private static int threads() {
    ThreadMXBean all = ManagementFactory.getThreadMXBean();
    return (int)
        Stream.of(all.getThreadInfo(all.getAllThreadIds()))
            .filter(Objects::nonNull) // it has ended meanwhile
            .filter(thread -> !thread.getThreadName().startsWith(CARRIERS))
            .count();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    file.delete();
  }
}
