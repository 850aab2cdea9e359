package parley.dialogue.callback;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.PhoneNumber;

/// Which calls somebody still waits for. Port: the keeper of promises implements it.
///
/// Thread: any. Answers at once, and with nothing where it cannot; never throws.
@FunctionalInterface
public interface CallbackDirectory {

  /// Nothing is known.
  CallbackDirectory NONE = _ -> List.of();

  /// The promises to call this number that are not kept yet, the next one first.
  List<Waiting> waiting(PhoneNumber number);

  /// A promise that is not kept yet.
  ///
  /// @param window when, where an hour was promised
  /// @param queue the skill that is wanted; empty for anybody
  record Waiting(UUID callback, Optional<CallbackWindow> window, String queue) {}
}
