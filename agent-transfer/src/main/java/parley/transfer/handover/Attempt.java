package parley.transfer.handover;

import java.time.Duration;
import parley.transfer.agent.Agent;

/// One try to reach one agent.
///
/// @param number 1 for the first agent of a hand-over
/// @param ring from asking the phone to ring until it was answered or the try ended
public record Attempt(int number, Agent agent, AttemptResult result, Duration ring) {}
