package parley.dialogue.flows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.call.Spoken;
import parley.dialogue.services.ServiceResult;

/// Runs flows: what was before and what happened, to what is next. A pure function, in one
/// language; any thread.
///
/// Every method but [#start] needs a flow in progress.
public final class FlowEngine {

  private final FlowBook book;
  private final String language;

  public FlowEngine(FlowBook book, String language) {
    this.book = book;
    this.language = language;
  }

  /// Begins a flow. Slots that are known already are not asked for, but read back where the flow
  /// reads them back. Only what a caller may be asked for, and what its kind allows, is taken from
  /// `known`: nobody is identified by it.
  public FlowTurn start(FlowMemory memory, Flow flow, Map<String, Spoken> known) {
    Map<String, Spoken> values = new HashMap<>();
    for (Slot slot : flow.slots().values()) {
      Optional<Spoken> value =
          slot.keep()
              ? Optional.ofNullable(memory.kept().get(slot.name()))
              : Optional.ofNullable(known.get(slot.name()))
                  .filter(_ -> !slot.ask().isEmpty() && !slot.secret())
                  .flatMap(told -> SlotValues.checked(slot.kind(), told));
      value.ifPresent(found -> values.put(slot.name(), found));
    }
    FlowRun run =
        new FlowRun(flow.id(), flow.first(), FlowRun.Stage.ASKING, values, Set.of(), 0, 0);
    FlowWalk walk = new FlowWalk(flow, language, memory, run);
    walk.to(flow.first());
    return walk.turn();
  }

  /// The slot that is asked for now or read back now.
  public Optional<Slot> slot(FlowMemory memory) {
    return memory
        .current()
        .filter(run -> run.stage() != FlowRun.Stage.CALLING)
        .map(run -> flow(run).slot(((FlowStep.Ask) flow(run).step(run.step())).slot()));
  }

  /// The slot's value was told, by voice or keys.
  public FlowTurn told(FlowMemory memory, Spoken value) {
    FlowWalk walk = walk(memory);
    walk.told(value);
    return walk.turn();
  }

  /// What was said is no value for the slot, or nothing was understood.
  public FlowTurn unusable(FlowMemory memory) {
    FlowWalk walk = walk(memory);
    walk.unusable();
    return walk.turn();
  }

  /// The value that was read back is right, or is not.
  public FlowTurn confirmed(FlowMemory memory, boolean right) {
    FlowWalk walk = walk(memory);
    walk.confirmed(right);
    return walk.turn();
  }

  /// The service that is waited for has answered.
  public FlowTurn answered(FlowMemory memory, ServiceResult result) {
    FlowWalk walk = walk(memory);
    walk.answered(result);
    return walk.turn();
  }

  /// What was asked is asked once more, after something else was talked about.
  public FlowTurn resumed(FlowMemory memory) {
    FlowRun run = memory.current().orElseThrow();
    if (run.stage() == FlowRun.Stage.CALLING) {
      return new FlowTurn(memory, List.of());
    }
    FlowWalk walk = walk(memory);
    walk.askAgain();
    return walk.turn();
  }

  private FlowWalk walk(FlowMemory memory) {
    FlowRun run = memory.current().orElseThrow();
    return new FlowWalk(flow(run), language, memory, run);
  }

  private Flow flow(FlowRun run) {
    return book.find(run.flow()).orElseThrow();
  }
}
