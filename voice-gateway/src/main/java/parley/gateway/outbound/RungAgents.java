package parley.gateway.outbound;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.plan.Attempt;
import parley.callback.plan.Callback;
import parley.dialogue.call.Spoken;
import parley.gateway.call.AgentCall;
import parley.gateway.call.AgentLine;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.Reservation;
import parley.transfer.agent.Wanted;
import parley.transfer.handover.AttemptResult;
import parley.transfer.whisper.CallbackWhisper;

/// Rings the agents of a queue, the best free one first, each once for an attempt, and as many as a
/// hand-over would. Thread: any.
public final class RungAgents implements AgentFirst {

  /// Among the queues: every one.
  public static final String ALL = "all";

  private static final Logger LOG = LoggerFactory.getLogger(RungAgents.class);

  private final Set<String> queues;
  private final AgentBoard board;
  private final Supplier<AgentLine> lines;
  private final AgentCall.Parts parts;

  /// @param queues whose callbacks begin with an agent, or [#ALL]
  /// @param lines a new one for each phone
  public RungAgents(Set<String> queues, Supplier<AgentLine> lines, AgentCall.Parts parts) {
    this.queues = Set.copyOf(queues);
    this.board = parts.agents();
    this.lines = lines;
    this.parts = parts;
  }

  @Override
  public boolean wanted(Callback callback) {
    return callback.order() == Callback.Order.AGENT_FIRST
        || queues.contains(ALL)
        || queues.contains(callback.queue());
  }

  @Override
  public Optional<AgentCall> find(Attempt attempt, Runnable left) throws InterruptedException {
    Callback callback = attempt.callback();
    Wanted wanted = new Wanted(callback.queue(), callback.language());
    Spoken whisper = CallbackWhisper.of(callback.reason(), callback.number());
    Set<String> tried = new HashSet<>();
    while (tried.size() < parts.limits().attempts()) {
      Optional<Reservation> agent = board.reserveBest(wanted, tried);
      if (agent.isEmpty()) {
        return Optional.empty();
      }
      tried.add(agent.get().agent().id());
      AgentCall call =
          AgentCall.ring(
              new AgentCall.Matter(agent.get(), whisper, callback.number().value()),
              lines.get(),
              parts,
              left);
      if (answered(attempt, agent.get(), call)) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  private static boolean answered(Attempt attempt, Reservation agent, AgentCall call)
      throws InterruptedException {
    try {
      AttemptResult result = call.reached();
      LOG.info("Agent {} rung for attempt {}: {}", agent.agent().id(), attempt.id(), result);
      return result == AttemptResult.ANSWERED;
    } catch (InterruptedException e) {
      call.end(Spoken.NOTHING);
      throw e;
    }
  }
}
