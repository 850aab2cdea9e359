package parley.dialogue.memory;

import java.time.Duration;
import parley.dialogue.bounds.Bounded;
import parley.dialogue.call.PhoneNumber;

/// Bounds how long a call waits to be told of earlier ones. Without an answer, or with a fault, the
/// conversation begins as if there had been none. Thread: any.
public final class BoundedMemory implements CustomerMemory {

  private final CustomerMemory memory;
  private final Bounded bounded;

  public BoundedMemory(CustomerMemory memory, Duration longest) {
    this.memory = memory;
    this.bounded = new Bounded("Earlier conversations", "customer-memory", longest);
  }

  @Override
  public Earlier of(PhoneNumber caller) {
    return bounded.ask(() -> memory.of(caller), Earlier.NONE);
  }
}
