package parley.callback.quiet;

import parley.dialogue.call.PhoneNumber;

/// Numbers that are never called. Thread: any.
@FunctionalInterface
public interface DoNotCall {

  /// Nobody is on it.
  DoNotCall NOBODY = _ -> false;

  /// @param number as [parley.callback.zone.NumberPlan] writes it
  boolean holds(PhoneNumber number);
}
