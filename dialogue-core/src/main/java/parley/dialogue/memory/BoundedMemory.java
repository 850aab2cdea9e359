package parley.dialogue.memory;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.PhoneNumber;

/// Bounds how long a call waits to be told of earlier ones. Without an answer, or with a fault, the
/// conversation begins as if there had been none. Thread: any.
public final class BoundedMemory implements CustomerMemory {

  private static final Logger LOG = LoggerFactory.getLogger(BoundedMemory.class);

  private final CustomerMemory memory;
  private final Duration longest;

  public BoundedMemory(CustomerMemory memory, Duration longest) {
    this.memory = memory;
    this.longest = longest;
  }

  @Override
  public Earlier of(PhoneNumber caller) {
    FutureTask<Earlier> task = new FutureTask<>(() -> memory.of(caller));
    Thread thread = Thread.ofVirtual().name("customer-memory").start(task);
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.warn("Earlier conversations were not found in time");
    } catch (ExecutionException fault) {
      // Without its message: a database quotes the query, which holds the number.
      LOG.warn("Earlier conversations could not be read ({})", kind(fault.getCause()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      thread.interrupt();
    }
    return Earlier.NONE;
  }

  private static String kind(@Nullable Throwable cause) {
    return cause == null ? "unknown" : cause.getClass().getSimpleName();
  }
}
