package parley.callback.window;

import java.time.Instant;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;

/// Says when somebody is called next whom nobody can ask for an hour: what follows a conversation,
/// a reminder. Thread: any.
@FunctionalInterface
public interface NextHour {

  /// @param queue empty for anybody
  Answer of(PhoneNumber number, String queue, Instant now);

  /// When that is.
  sealed interface Answer {}

  /// Within this, by the callee's own clock.
  record Within(CallbackWindow window) implements Answer {}

  /// The callee may live by one of several clocks: as soon as it is permitted by all of them.
  ///
  /// @param from not before this
  record Unnamed(Instant from) implements Answer {}

  /// At no hour, or none that Parley may choose: a person has to decide.
  record Never() implements Answer {}
}
