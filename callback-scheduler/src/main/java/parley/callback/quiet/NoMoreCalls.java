package parley.callback.quiet;

import java.time.Instant;
import parley.dialogue.call.PhoneNumber;

/// Takes the numbers of people who want no calls from us. Thread: any.
@FunctionalInterface
public interface NoMoreCalls {

  /// From now on the number is not called. A number that is known changes nothing.
  ///
  /// @param at when it was asked for
  /// @throws java.io.UncheckedIOException when it could not be kept beyond the end of this process
  void add(PhoneNumber number, Instant at);
}
