package parley.gateway.call;

import java.util.Optional;
import java.util.function.Consumer;
import parley.transfer.agent.Reservation;

/// An agent who is on the phone and waits for somebody whom Parley calls back. Thread: any.
public interface WaitingAgent {

  /// An agent who was taken for a call.
  ///
  /// @param reservation to be given back by the call
  /// @param leg their channel, of which the call is told from now on
  record Taken(Reservation reservation, String leg) {}

  /// Takes the agent for a call, which answers for them from now on; empty when they have left.
  ///
  /// @param news takes what happens to the leg
  Optional<Taken> take(Consumer<CallEvent> news);

  /// A machine has answered: the agent is told, and let go.
  void machineAnswered();
}
