package parley.dialogue.bounds;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks something that may be slow or broken for what a conversation can do without. Immutable; any
/// thread.
///
/// @param what is asked for, as a sentence of the log begins: "Earlier conversations"
/// @param thread names the virtual thread that asks
/// @param longest that is waited for
public record Bounded(String what, String thread, Duration longest) {

  private static final Logger LOG = LoggerFactory.getLogger(Bounded.class);

  /// The answer, or `otherwise` where there is none in time or the question fails.
  public <T> T ask(Callable<T> question, T otherwise) {
    FutureTask<T> task = new FutureTask<>(question);
    Thread asking = Thread.ofVirtual().name(thread).start(task);
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.warn("{} were not found in time", what);
    } catch (ExecutionException fault) {
      // Without its message: a database quotes the query, which holds the number.
      LOG.warn("{} could not be read ({})", what, kind(fault.getCause()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      asking.interrupt();
    }
    return otherwise;
  }

  private static String kind(@Nullable Throwable cause) {
    return cause == null ? "unknown" : cause.getClass().getSimpleName();
  }
}
