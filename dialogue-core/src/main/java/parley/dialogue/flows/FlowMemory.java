package parley.dialogue.flows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.Spoken;

/// What a call remembers of its flows. Immutable; its text form hides the values.
///
/// @param run the flow in progress; null when there is none
/// @param kept values that are known for the rest of the call, by slot
/// @param counts how often a step that limits attempts was passed in this call; starting a flow
///   anew does not give new attempts
/// @param declined flows that the caller did not want when they were offered
/// @param calls service calls so far, so that a late answer is told from the one waited for
public record FlowMemory(
    @Nullable FlowRun run,
    Map<String, Spoken> kept,
    Map<String, Integer> counts,
    Set<String> declined,
    int calls) {

  public static final FlowMemory NONE = new FlowMemory(null, Map.of(), Map.of(), Set.of(), 0);

  public FlowMemory {
    kept = Map.copyOf(kept);
    counts = Map.copyOf(counts);
    declined = Set.copyOf(declined);
  }

  public boolean running() {
    return run != null;
  }

  /// Whether the answer of this service call is waited for.
  public boolean awaits(int call) {
    return run != null && run.stage() == FlowRun.Stage.CALLING && run.call() == call;
  }

  public Optional<FlowRun> current() {
    return Optional.ofNullable(run);
  }

  /// Whether a service has said who the caller is; words never do.
  public boolean identified() {
    return kept.containsKey("identified");
  }

  /// What a service has called the caller, in a kept slot `tier`; empty when it has not.
  public String tier() {
    return kept.getOrDefault("tier", Spoken.NOTHING).text();
  }

  /// Where a service has said that the caller is written to, in a kept slot `mail`; empty when it
  /// has not.
  public Spoken mail() {
    return kept.getOrDefault("mail", Spoken.NOTHING);
  }

  /// The flow is left; what is kept stays.
  public FlowMemory dropped() {
    return new FlowMemory(null, kept, counts, declined, calls);
  }

  public FlowMemory declining(String flow) {
    Set<String> all = new HashSet<>(declined);
    all.add(flow);
    return new FlowMemory(run, kept, counts, all, calls);
  }

  FlowMemory running(FlowRun next) {
    return new FlowMemory(next, kept, counts, declined, calls);
  }

  FlowMemory keeping(String slot, Spoken value) {
    Map<String, Spoken> all = new HashMap<>(kept);
    all.put(slot, value);
    return new FlowMemory(run, all, counts, declined, calls);
  }

  FlowMemory counting(String step) {
    Map<String, Integer> all = new HashMap<>(counts);
    all.merge(step, 1, Integer::sum);
    return new FlowMemory(run, kept, all, declined, calls);
  }

  FlowMemory calling() {
    return new FlowMemory(run, kept, counts, declined, calls + 1);
  }
}
