package parley.gateway.call;

import java.util.Optional;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.Outbound;

/// What is known of a call that Parley makes.
///
/// @param why told to the conversation
/// @param message what an answering machine hears: nothing personal, for anybody may listen to it;
///   empty when none is left
/// @param detectMachines whether machines are told from people
/// @param agent who waits for whoever answers; empty: the conversation talks with them
/// @param joined run by the call's thread once whoever answered talks with an agent: that is what
///   was promised, whatever becomes of this process. Must not block
public record OutboundCall(
    Outbound why,
    Spoken message,
    boolean detectMachines,
    Optional<WaitingAgent> agent,
    Runnable joined) {

  /// With no agent before the customer.
  public OutboundCall(Outbound why, Spoken message, boolean detectMachines) {
    this(why, message, detectMachines, Optional.empty(), () -> {});
  }
}
