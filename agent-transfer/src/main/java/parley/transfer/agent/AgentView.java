package parley.transfer.agent;

/// One agent as the board sees them at one moment.
///
/// @param wrappingUp the agent's time to note down the last call has not passed yet
public record AgentView(
    Agent agent,
    PhoneState phone,
    Availability availability,
    boolean reserved,
    boolean wrappingUp) {

  /// Whether a call may ring this agent now.
  public boolean free() {
    return phone == PhoneState.IDLE
        && availability == Availability.AVAILABLE
        && !reserved
        && !wrappingUp;
  }
}
