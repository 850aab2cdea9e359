package parley.callback.plan;

/// How far a callback is.
public enum CallbackState {
  /// Its next call has an hour.
  WAITING,
  /// A call is being made, or may have been made by a process that died.
  DIALLING,
  /// The customer was reached.
  KEPT,
  /// Tried as often as the plan allows, or cannot be tried.
  GIVEN_UP,
  CANCELLED,
  /// Parley must not dial by itself: the zone is not known, or a rule forbids it.
  NEEDS_PERSON
}
