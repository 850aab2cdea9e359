package parley.dialogue.callback;

import org.jspecify.annotations.Nullable;

/// What conversations ask the keeper of promises.
///
/// @param times null: nobody says when somebody can be called, and no hour is promised
/// @param directory which calls somebody still waits for
public record CallbackPorts(@Nullable CallbackTimes times, CallbackDirectory directory) {

  /// No hours are promised.
  public static final CallbackPorts NONE = new CallbackPorts(null, CallbackDirectory.NONE);

  /// Hours are promised.
  public static CallbackPorts of(CallbackTimes times) {
    return new CallbackPorts(times, CallbackDirectory.NONE);
  }

  /// The same with a directory.
  public CallbackPorts with(CallbackDirectory other) {
    return new CallbackPorts(times, other);
  }
}
