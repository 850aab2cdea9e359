package parley.gateway.outbound;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.AgentView;
import parley.transfer.agent.Wanted;

/// How many more calls may be made now: never more than agents are free to talk, the trunk has
/// channels left, and Parley itself has places for. Thread: any; what it says is true at that
/// moment only.
public final class Pacing {
  private final AgentBoard agents;
  private final OutboundCalls calls;
  private final int channels;
  private final IntSupplier places;
  private final Predicate<String> joined;

  /// @param channels of the trunk that callbacks may take
  /// @param places calls that Parley would still admit
  /// @param joined whether the callee of a channel talks with an agent already
  public Pacing(
      AgentBoard agents,
      OutboundCalls calls,
      int channels,
      IntSupplier places,
      Predicate<String> joined) {
    this.agents = agents;
    this.calls = calls;
    this.channels = channels;
    this.places = places;
    this.joined = joined;
  }

  int room(String queue) {
    List<Underway> underway = calls.all();
    // Who has an agent, or talks with one, has already taken that one from the free.
    long waiting =
        underway.stream()
            .filter(call -> call.agent().isEmpty())
            .filter(call -> !joined.test(call.attempt().id().toString()))
            .count();
    long unanswered = underway.stream().filter(call -> !call.isAnswered()).count();
    long room =
        Math.min(
            Math.min(free(queue) - waiting, (long) channels - underway.size()),
            places.getAsInt() - unanswered);
    return (int) Math.max(0, room);
  }

  private long free(String queue) {
    Wanted wanted = new Wanted(queue, "");
    return agents.picture().stream()
        .filter(AgentView::free)
        .filter(view -> wanted.fits(view.agent()))
        .count();
  }
}
