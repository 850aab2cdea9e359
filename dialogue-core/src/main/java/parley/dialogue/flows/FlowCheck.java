package parley.dialogue.flows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Node;
import parley.dialogue.flows.FlowDraft.DraftStep;

/// Tells what is wrong with a flow as a whole: names that lead nowhere, steps that nothing leads
/// to, a way that has no end, a circle that asks nothing.
final class FlowCheck {

  private final FlowDraft draft;
  private final Map<String, FlowDraft> all;

  FlowCheck(FlowDraft draft, Map<String, FlowDraft> all) {
    this.draft = draft;
    this.all = all;
  }

  void check() {
    new SlotCheck(draft, all).check();
    draft.steps().values().forEach(this::targets);
    draft.steps().values().forEach(this::runs);
    unreachable();
    circles();
  }

  private void targets(DraftStep step) {
    for (String target : step.step().targets()) {
      if (target.isEmpty()) {
        if (continues(step.step())) {
          step.fields()
              .problem(
                  step.fields().line(),
                  "The step `" + step.step().name() + "` has no step after it.",
                  "End the flow with `end` or `hand-over`, or name the `next` one.");
        }
      } else if (!draft.steps().containsKey(target)) {
        step.fields()
            .problem(
                line(step.fields(), target),
                "There is no step `" + target + "`.",
                "Expected " + Fields.near(target, draft.steps().keySet()));
      }
    }
  }

  /// What is missing by name has been told already.
  private static boolean continues(FlowStep step) {
    return switch (step) {
      case FlowStep.Again _ -> false;
      case FlowStep.Run run -> run.next().isEmpty();
      case FlowStep.Say _, FlowStep.Ask _, FlowStep.Call _, FlowStep.Branch _ -> true;
      case FlowStep.HandOver _, FlowStep.End _ -> false;
    };
  }

  private static int line(Fields fields, String target) {
    return fields.all().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("step"))
        .mapToInt(entry -> line(entry.getValue(), target))
        .max()
        .orElse(0);
  }

  /// The line that names the target; -1 when it is not in the node.
  private static int line(Node node, String target) {
    return switch (node) {
      case Node.Scalar(int line, String text) -> text.equals(target) ? line : -1;
      case Node.Sequence _ -> -1;
      case Node.Mapping(_, Map<String, Node> below) ->
          below.values().stream().mapToInt(value -> line(value, target)).max().orElse(-1);
    };
  }

  private void runs(DraftStep step) {
    if (!(step.step() instanceof FlowStep.Run run) || run.flow().isEmpty()) {
      return;
    }
    FlowDraft inner = all.get(run.flow());
    Fields fields = step.fields();
    if (inner == null) {
      fields.problem(
          fields.line("run"),
          "There is no flow `" + run.flow() + "`.",
          "Expected " + Fields.near(run.flow(), all.keySet()));
    } else if (inner.steps().values().stream().anyMatch(in -> in.step() instanceof FlowStep.Run)) {
      fields.problem(
          fields.line("run"),
          "The flow `" + run.flow() + "` runs a flow itself.",
          "One flow may run another, and that one none.");
    }
  }

  private void unreachable() {
    Set<String> reached = from(draft.first());
    draft
        .steps()
        .forEach((name, step) -> {
          if (!reached.contains(name)) {
            step.fields()
                .problem(
                    step.fields().line(),
                    "Nothing leads to the step `" + name + "`.",
                    "Take it out, or name it as a target of another step.");
          }
        });
  }

  private Set<String> from(String first) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(first));
    while (!waiting.isEmpty()) {
      String name = waiting.remove();
      DraftStep step = draft.steps().get(name);
      if (step != null && reached.add(name)) {
        waiting.addAll(step.step().targets());
      }
    }
    return reached;
  }

  /// A circle without a question would go round for ever, or ask a service without end.
  private void circles() {
    Set<String> done = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (String name : draft.steps().keySet()) {
      walk(name, new ArrayList<>(), done, told);
    }
  }

  private void walk(String name, List<String> path, Set<String> done, Set<String> told) {
    DraftStep step = draft.steps().get(name);
    if (step == null || step.step() instanceof FlowStep.Ask || done.contains(name)) {
      return;
    }
    int before = path.indexOf(name);
    if (before >= 0) {
      tell(path.subList(before, path.size()), told);
      return;
    }
    path.add(name);
    step.step().targets().forEach(target -> walk(target, path, done, told));
    path.removeLast();
    done.add(name);
  }

  private void tell(Collection<String> circle, Set<String> told) {
    DraftStep first = draft.steps().get(circle.iterator().next());
    if (first != null && told.add(first.step().name())) {
      first
          .fields()
          .problem(
              first.fields().line(),
              "The steps " + String.join(", ", circle) + " go round without a question.",
              "Put an `ask` into the circle, or leave it.");
    }
  }
}
