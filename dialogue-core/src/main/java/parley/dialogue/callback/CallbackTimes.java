package parley.dialogue.callback;

import java.time.Instant;

/// Says when somebody can be called back: business hours, quiet hours and the callee's own zone
/// decide. Port: the keeper of promises implements it.
///
/// Thread: any. Answers at once and never throws for what a wish holds.
@FunctionalInterface
public interface CallbackTimes {

  /// What can be promised for a wish, as it stands at `now`.
  CallbackOffer offer(CallbackWish wish, Instant now);
}
