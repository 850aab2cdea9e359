package parley.callback.calendar;

/// What the best time is.
public enum Goal {
  /// As early as possible.
  SOONEST,
  /// Close to what the people have anyway, so that their days have no holes.
  FEWEST_GAPS,
  /// Where the people are anyway.
  LEAST_TRAVEL
}
