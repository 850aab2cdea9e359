package parley.dialogue.flows;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import parley.dialogue.flows.FlowDraft.DraftStep;

/// Makes a flow of a checked draft: the steps of a flow that it runs take the place of the step
/// that runs it, under names of their own. Pure.
final class FlowLinking {

  private FlowLinking() {}

  static Flow link(FlowDraft draft, Map<String, FlowDraft> all) {
    Map<String, FlowStep> steps = new LinkedHashMap<>();
    Map<String, Slot> slots = new HashMap<>();
    draft.slots().forEach((name, slot) -> slots.put(name, slot.slot()));
    for (DraftStep step : draft.steps().values()) {
      if (step.step() instanceof FlowStep.Run run) {
        FlowDraft inner = all.get(run.flow());
        if (inner == null) {
          throw new IllegalStateException("The draft was not checked");
        }
        inner.slots().forEach((name, slot) -> slots.put(name, slot.slot()));
        steps.put(run.name(), new FlowStep.Say(run.name(), run.text(), inside(run, inner.first())));
        inner
            .steps()
            .values()
            .forEach(in -> {
              FlowStep placed = placed(counted(in.step(), inner), run);
              steps.put(placed.name(), placed);
            });
      } else {
        steps.put(step.step().name(), counted(step.step(), draft));
      }
    }
    return new Flow(
        draft.id(), draft.phrases(), draft.knowledge(), draft.offer(), slots, draft.first(), steps);
  }

  private static String inside(FlowStep.Run run, String step) {
    return run.name() + "/" + step;
  }

  private static FlowStep counted(FlowStep step, FlowDraft home) {
    return step instanceof FlowStep.Again again
        ? new FlowStep.Again(
            again.name(),
            again.text(),
            home.id() + "/" + again.name(),
            again.to(),
            again.most(),
            again.otherwise())
        : step;
  }

  private static FlowStep placed(FlowStep step, FlowStep.Run run) {
    UnaryOperator<String> to = target -> inside(run, target);
    String name = inside(run, step.name());
    return switch (step) {
      case FlowStep.Say say -> new FlowStep.Say(name, say.text(), to.apply(say.next()));
      case FlowStep.Ask ask -> new FlowStep.Ask(name, ask.text(), ask.slot(), to.apply(ask.next()));
      case FlowStep.Call call ->
          new FlowStep.Call(
              name,
              call.text(),
              call.service(),
              call.method(),
              call.path(),
              call.sends(),
              call.takes(),
              each(call.exits(), to));
      case FlowStep.Branch branch ->
          new FlowStep.Branch(
              name,
              branch.text(),
              branch.slot(),
              each(branch.cases(), to),
              to.apply(branch.otherwise()));
      case FlowStep.Again again ->
          new FlowStep.Again(
              name,
              again.text(),
              again.counter(),
              to.apply(again.to()),
              again.most(),
              to.apply(again.otherwise()));
      case FlowStep.End end ->
          new FlowStep.Say(
              name,
              end.text(),
              end.ending() == FlowStep.Ending.DONE ? run.next() : run.otherwise());
      case FlowStep.HandOver handOver ->
          new FlowStep.HandOver(name, handOver.text(), handOver.skill());
      case FlowStep.Run _ -> throw new IllegalStateException("The draft was not checked");
    };
  }

  private static Map<String, String> each(Map<String, String> targets, UnaryOperator<String> to) {
    Map<String, String> placed = new LinkedHashMap<>();
    targets.forEach((key, target) -> placed.put(key, to.apply(target)));
    return placed;
  }
}
