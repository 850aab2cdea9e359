package parley.dialogue.callback;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.PhoneNumber;

/// Bounds how long a conversation waits to be told which calls somebody waits for. Without an
/// answer, or with a fault, nothing is known. Thread: any.
public final class BoundedDirectory implements CallbackDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(BoundedDirectory.class);

  private final CallbackDirectory directory;
  private final Duration longest;

  public BoundedDirectory(CallbackDirectory directory, Duration longest) {
    this.directory = directory;
    this.longest = longest;
  }

  @Override
  public List<Waiting> waiting(PhoneNumber number) {
    FutureTask<List<Waiting>> task = new FutureTask<>(() -> directory.waiting(number));
    Thread thread = Thread.ofVirtual().name("callback-directory").start(task);
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.warn("Promises to call back were not found in time");
    } catch (ExecutionException fault) {
      // Without its message: a database quotes the query, which holds the number.
      LOG.warn("Promises to call back could not be read ({})", kind(fault.getCause()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      thread.interrupt();
    }
    return List.of();
  }

  private static String kind(@Nullable Throwable cause) {
    return cause == null ? "unknown" : cause.getClass().getSimpleName();
  }
}
