package parley.server.start;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One part of the running process and, once it is started, its value.
///
/// Thread: [#get] any, from parts that start after it.
public final class Part<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Part.class);

  private final String name;
  private final List<Part<?>> after;
  private final Start<T> start;
  private final Stop<T> stop;
  private final Duration stopWithin;
  private volatile @Nullable T value;

  Part(String name, List<Part<?>> after, Start<T> start, Stop<T> stop, Duration stopWithin) {
    this.name = name;
    this.after = List.copyOf(after);
    this.start = start;
    this.stop = stop;
    this.stopWithin = stopWithin;
  }

  /// Makes the part. Throws with one sentence that tells the remedy; cleans up after itself when it
  /// throws or is interrupted.
  @FunctionalInterface
  public interface Start<T> {
    T start(Step step) throws Exception;
  }

  /// Ends the part. Blocks until it has ended.
  @FunctionalInterface
  public interface Stop<T> {
    void stop(T value) throws Exception;
  }

  /// What the part is, once it has started.
  ///
  /// @throws IllegalStateException when it has not: the asking part does not name it in `after`
  public T get() {
    T started = value;
    if (started == null) {
      throw new IllegalStateException(name + " is used before it has started");
    }
    return started;
  }

  public String name() {
    return name;
  }

  List<Part<?>> after() {
    return after;
  }

  boolean isStarted() {
    return value != null;
  }

  void start(Step step) throws Exception {
    value = start.start(step);
  }

  /// Stops it if it has started. Gives up waiting at the deadline.
  ///
  /// @return what the operator should know, empty when all is well
  String stop() {
    T started = value;
    if (started == null) {
      return "";
    }
    value = null;
    CompletableFuture<Void> stopping = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("stop-" + name)
        .start(() -> {
          try {
            stop.stop(started);
            stopping.complete(null);
          } catch (Exception failed) {
            stopping.completeExceptionally(failed);
          }
        });
    return outcome(stopping);
  }

  private String outcome(CompletableFuture<Void> stopping) {
    try {
      stopping.get(stopWithin.toMillis(), TimeUnit.MILLISECONDS);
      return "";
    } catch (TimeoutException late) {
      return "%s did not stop within %d s; going on without it."
          .formatted(name, stopWithin.toSeconds());
    } catch (ExecutionException failed) {
      LOG.error("{} failed to stop", name, failed.getCause());
      return name + " failed to stop; the log has the details.";
    } catch (InterruptedException again) {
      // Stopping is under way already, and who cannot wait presses Ctrl-C twice.
      return outcome(stopping);
    }
  }
}
