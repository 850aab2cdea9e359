package parley.callback.calendar;

import java.time.Duration;

/// What is to be done after each appointment.
///
/// @param due so long after its end
/// @param chase how often its people are told again once it is due
public record AfterTask(String what, Duration due, Duration chase) {}
