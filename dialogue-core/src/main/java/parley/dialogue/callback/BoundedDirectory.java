package parley.dialogue.callback;

import java.time.Duration;
import java.util.List;
import parley.dialogue.bounds.Bounded;
import parley.dialogue.call.PhoneNumber;

/// Bounds how long a conversation waits to be told which calls somebody waits for. Without an
/// answer, or with a fault, nothing is known. Thread: any.
public final class BoundedDirectory implements CallbackDirectory {

  private final CallbackDirectory directory;
  private final Bounded bounded;

  public BoundedDirectory(CallbackDirectory directory, Duration longest) {
    this.directory = directory;
    this.bounded = new Bounded("Promises to call back", "callback-directory", longest);
  }

  @Override
  public List<Waiting> waiting(PhoneNumber number) {
    return bounded.ask(() -> directory.waiting(number), List.of());
  }
}
