package parley.transfer.agent;

/// One call's claim on one agent: while it lasts, no other call rings that phone. Made by
/// [AgentBoard#reserveBest] and given back there.
///
/// @param number tells this claim from earlier ones on the same agent
public record Reservation(long number, Agent agent) {}
