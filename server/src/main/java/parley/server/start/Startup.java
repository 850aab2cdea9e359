package parley.server.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the parts of the process, each as soon as those it needs are there, and stops them in the
/// reverse order. When one fails, what was started is stopped again.
///
/// Thread: [#add] and [#run] one; [#close] any, also while [#run] is under way.
public final class Startup implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
  private static final Duration STILL_EVERY = Duration.ofSeconds(5);

  private final Progress progress;
  private final List<Part<?>> parts = new ArrayList<>();
  private final List<Part<?>> started = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> starting = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<@Nullable StartFailedException> failure = new AtomicReference<>();
  private volatile boolean closed;

  public Startup(Progress progress) {
    this.progress = progress;
  }

  /// Adds a part with the common deadline for stopping.
  ///
  /// @param after the parts that must have started before
  public <T> Part<T> add(String name, Part.Start<T> start, Part.Stop<T> stop, Part<?>... after) {
    return add(name, start, stop, STOP_WITHIN, after);
  }

  /// @param stopWithin after this the next part is stopped, whatever this one does
  public <T> Part<T> add(
      String name, Part.Start<T> start, Part.Stop<T> stop, Duration stopWithin, Part<?>... after) {
    Part<T> part = new Part<>(name, List.of(after), start, stop, stopWithin);
    if (!parts.containsAll(part.after())) {
      throw new IllegalArgumentException(name + " starts after a part that was not added before");
    }
    parts.add(part);
    return part;
  }

  /// Starts everything, independent parts at the same time.
  ///
  /// @throws StartFailedException when one part fails; then everything is stopped again
  public void run() throws InterruptedException {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Part<?> part : parts) {
      CompletableFuture<?>[] before =
          part.after().stream()
              .map(earlier -> all.get(parts.indexOf(earlier)))
              .toArray(CompletableFuture<?>[]::new);
      all.add(CompletableFuture.allOf(before).thenCompose(ready -> begin(part)));
    }
    CompletableFuture<Void> whole =
        CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
    try {
      // allOf waits for every part, also for those that are stopping after another has failed.
      whole.handle((done, failed) -> failed == null).get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException stopped) {
      close();
      throw stopped;
    }
    StartFailedException failed = failure.get();
    if (failed != null) {
      close();
      throw failed;
    }
  }

  /// Stops what has started, newest first. Interrupts what is still starting.
  @Override
  public void close() {
    closed = true;
    // Stopping takes its time even when it was an interrupt that asked for it.
    boolean interrupted = Thread.interrupted();
    interruptStarting();
    awaitStarting();
    List<Part<?>> stopping;
    synchronized (started) {
      stopping = new ArrayList<>(started.reversed());
      started.clear();
    }
    for (Part<?> part : stopping) {
      progress.line("Stopping " + part.name());
      String news = part.stop();
      if (!news.isEmpty()) {
        progress.line(news);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// A part that was interrupted while it started cleans up after itself; the process must not end
  /// before it has.
  private void awaitStarting() {
    try {
      for (Thread thread : List.copyOf(starting)) {
        thread.join(STOP_WITHIN);
      }
    } catch (InterruptedException hurried) {
      LOG.warn("Parts that were starting were not waited for");
    }
  }

  private CompletableFuture<Void> begin(Part<?> part) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (closed || failure.get() != null) {
      done.completeExceptionally(new IllegalStateException("Stopped before " + part.name()));
      return done;
    }
    Thread thread =
        Thread.ofPlatform()
            .name("start-" + part.name())
            .unstarted(() -> {
              try {
                start(part);
                done.complete(null);
              } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
              } finally {
                starting.remove(Thread.currentThread());
              }
            });
    starting.add(thread);
    thread.start();
    return done;
  }

  private void start(Part<?> part) {
    long begun = System.nanoTime();
    String number = "[%d/%d] ".formatted(parts.indexOf(part) + 1, parts.size());
    Thread reminder = remind(number + part.name(), begun);
    try {
      part.start(news -> progress.line(number + part.name() + ": " + news));
      started.add(part);
      progress.line("%s%s ready in %.1f s".formatted(number, part.name(), seconds(begun)));
    } catch (Exception failed) {
      if (failed instanceof InterruptedException || Thread.interrupted()) {
        LOG.info("{} was interrupted while it started", part.name());
      } else {
        // The operator gets the sentence from whoever called; the log gets the stack.
        LOG.info("{} could not be started", part.name(), failed);
      }
      failure.compareAndSet(null, describe(part, failed));
      interruptStarting();
      throw new IllegalStateException(part.name(), failed);
    } finally {
      reminder.interrupt();
    }
    if (closed && started.remove(part)) {
      // It came up while everything was being stopped: nobody else would stop it.
      part.stop();
    }
  }

  private void interruptStarting() {
    List<Thread> others = List.copyOf(starting);
    others.stream()
        .filter(thread -> !thread.equals(Thread.currentThread()))
        .forEach(Thread::interrupt);
  }

  private static StartFailedException describe(Part<?> part, Exception failed) {
    String message = failed.getMessage();
    if (message == null || message.isBlank()) {
      message = failed.getClass().getSimpleName() + "; the log has the details";
    }
    return new StartFailedException(part.name() + " could not be started: " + message, failed);
  }

  private Thread remind(String what, long begun) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              TimeUnit.MILLISECONDS.sleep(STILL_EVERY.toMillis());
              progress.line("%s ... %.0f s".formatted(what, seconds(begun)));
            }
          } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static double seconds(long begun) {
    return Double.parseDouble(
        String.format(Locale.ROOT, "%.2f", (System.nanoTime() - begun) / 1e9));
  }
}
