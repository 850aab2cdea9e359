package parley.dialogue.flows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import parley.dialogue.call.Spoken;

/// Where one flow in progress stands. Immutable; its text form hides the values.
///
/// @param step the step whose question or service is waited for
/// @param values what is known, by slot
/// @param visited steps that have asked, or have passed over what was known
/// @param tries answers to the present question that could not be used
/// @param call the number of the service call that is waited for
public record FlowRun(
    String flow,
    String step,
    Stage stage,
    Map<String, Spoken> values,
    Set<String> visited,
    int tries,
    int call) {

  /// What is waited for.
  public enum Stage {
    /// An answer to a slot's question.
    ASKING,
    /// A yes to the value that was read back.
    CONFIRMING,
    /// A service.
    CALLING
  }

  public FlowRun {
    values = Map.copyOf(values);
    visited = Set.copyOf(visited);
  }

  FlowRun at(String newStep, Stage newStage) {
    return new FlowRun(flow, newStep, newStage, values, visited, 0, call);
  }

  FlowRun confirming() {
    return new FlowRun(flow, step, Stage.CONFIRMING, values, visited, tries, call);
  }

  FlowRun asking() {
    return new FlowRun(flow, step, Stage.ASKING, values, visited, tries, call);
  }

  FlowRun calling(int number) {
    return new FlowRun(flow, step, Stage.CALLING, values, visited, 0, number);
  }

  FlowRun with(String slot, Spoken value) {
    Map<String, Spoken> all = new HashMap<>(values);
    all.put(slot, value);
    return new FlowRun(flow, step, stage, all, visited, tries, call);
  }

  FlowRun without(String slot) {
    Map<String, Spoken> all = new HashMap<>(values);
    all.remove(slot);
    return new FlowRun(flow, step, stage, all, visited, tries, call);
  }

  FlowRun visiting(String name) {
    Set<String> all = new HashSet<>(visited);
    all.add(name);
    return new FlowRun(flow, step, stage, values, all, tries, call);
  }

  FlowRun failed() {
    return new FlowRun(flow, step, stage, values, visited, tries + 1, call);
  }
}
