package parley.dialogue.trial;

import parley.dialogue.escalation.Rule;

/// A rule that would fire on a turn of a stored conversation. Holds no words of the customer but
/// phrases that the rule itself names.
///
/// @param turn the turn's number in the log; of a silence, that of Parley's turn after it
/// @param atMs milliseconds from the answer of the call
/// @param why which of its conditions hold, with their values
/// @param loggedRule the rule that fired there at the time, or empty
public record Fired(int turn, long atMs, Rule rule, String why, String loggedRule) {}
