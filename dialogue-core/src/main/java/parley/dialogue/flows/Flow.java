package parley.dialogue.flows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.words.Words;

/// A conversation with a purpose, as one file of `config/flows` describes it. Checked when it was
/// read: every target is there, every step can be reached, every circle asks something.
///
/// @param phrases what callers say to start it, by language
/// @param knowledge entries after whose answer it is offered
/// @param offer the question that offers it; none when no entry does
/// @param first the step that it begins with
/// @param steps by name
public record Flow(
    String id,
    Map<String, List<Words>> phrases,
    Set<String> knowledge,
    FlowText offer,
    Map<String, Slot> slots,
    String first,
    Map<String, FlowStep> steps) {

  public Flow {
    phrases = Map.copyOf(phrases);
    knowledge = Set.copyOf(knowledge);
    slots = Map.copyOf(slots);
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /// The services that it may ask.
  public Set<String> services() {
    return steps.values().stream()
        .filter(FlowStep.Call.class::isInstance)
        .map(step -> ((FlowStep.Call) step).service())
        .collect(Collectors.toUnmodifiableSet());
  }

  FlowStep step(String name) {
    FlowStep step = steps.get(name);
    if (step == null) {
      throw new IllegalStateException("The flow " + id + " has no step " + name);
    }
    return step;
  }

  Slot slot(String name) {
    Slot slot = slots.get(name);
    if (slot == null) {
      throw new IllegalStateException("The flow " + id + " has no slot " + name);
    }
    return slot;
  }
}
