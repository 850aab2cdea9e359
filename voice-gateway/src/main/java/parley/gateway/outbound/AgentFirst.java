package parley.gateway.outbound;

import java.util.Optional;
import parley.callback.plan.Attempt;
import parley.callback.plan.Callback;
import parley.gateway.call.AgentCall;

/// Whether an agent is rung before a customer is called, and who. Thread: any.
public interface AgentFirst {

  /// The customer is always called first.
  AgentFirst NEVER =
      new AgentFirst() {
        @Override
        public boolean wanted(Callback callback) {
          return false;
        }

        @Override
        public Optional<AgentCall> find(Attempt attempt, Runnable left) {
          return Optional.empty();
        }
      };

  /// Whether this callback begins with an agent.
  boolean wanted(Callback callback);

  /// Rings one agent after the other until one has heard what it is about and waits; empty when
  /// nobody does. Blocks meanwhile.
  ///
  /// @param left is run when the agent has left, or was let go
  Optional<AgentCall> find(Attempt attempt, Runnable left) throws InterruptedException;
}
