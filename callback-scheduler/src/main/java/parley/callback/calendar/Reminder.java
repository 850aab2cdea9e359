package parley.callback.calendar;

import java.time.Duration;

/// That a customer is reminded.
///
/// @param before the start
/// @param byCall a person calls; else by mail
public record Reminder(Duration before, boolean byCall) {}
