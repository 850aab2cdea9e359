package parley.callback.retry;

import java.time.Instant;

/// What follows a call of a callback.
public sealed interface RetryStep {

  /// It is called again, at an hour that is permitted.
  record Next(Instant at) implements RetryStep {}

  /// It was tried as often as the plan allows, and the customer was not reached.
  record GiveUp() implements RetryStep {}

  /// Who answered wants no calls from us.
  record Unwanted() implements RetryStep {}

  /// Parley cannot keep it by itself: a person has to look.
  record AskPerson() implements RetryStep {}

  /// The customer was talked with.
  record Kept() implements RetryStep {}
}
