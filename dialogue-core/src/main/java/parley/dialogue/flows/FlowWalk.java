package parley.dialogue.flows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.call.Spoken;
import parley.dialogue.services.ServiceRequest;
import parley.dialogue.services.ServiceResult;

/// One turn in the making: walks from step to step until the caller or a service is waited for, or
/// the flow is over. Lives inside one call of [FlowEngine], which stays pure by that.
final class FlowWalk {

  private final Flow flow;
  private final String language;
  private final List<FlowMove> moves = new ArrayList<>();
  private FlowMemory memory;
  private FlowRun run;
  private boolean over;

  FlowWalk(Flow flow, String language, FlowMemory memory, FlowRun run) {
    this.flow = flow;
    this.language = language;
    this.memory = memory;
    this.run = run;
  }

  FlowTurn turn() {
    return new FlowTurn(over ? memory.dropped() : memory.running(run), moves);
  }

  /// Goes to a step, and on from there. Ends, because every circle of steps holds a question.
  void to(String name) {
    String next = name;
    while (!next.isEmpty()) {
      FlowStep step = flow.step(next);
      say(step.text());
      next = at(step);
    }
  }

  /// The step to go on with; empty when something is waited for or the flow is over.
  private String at(FlowStep step) {
    return switch (step) {
      case FlowStep.Say say -> say.next();
      case FlowStep.Ask ask -> ask(ask);
      case FlowStep.Call call -> call(call);
      case FlowStep.Branch branch -> SlotValues.branch(flow, branch, run.values());
      case FlowStep.Again again -> again(again);
      case FlowStep.Run inner ->
          throw new IllegalStateException("The flow " + inner.flow() + " was not put in its place");
      case FlowStep.HandOver handOver -> end(new FlowMove.HandOver(handOver.skill()));
      case FlowStep.End end -> end(new FlowMove.End(end.ending()));
    };
  }

  private String end(FlowMove last) {
    over = true;
    moves.add(last);
    return "";
  }

  private String ask(FlowStep.Ask ask) {
    Slot slot = flow.slot(ask.slot());
    boolean known = run.values().containsKey(slot.name()) && !run.visited().contains(ask.name());
    run = run.at(ask.name(), FlowRun.Stage.ASKING).visiting(ask.name());
    if (known) {
      return slot.confirm().isEmpty() ? ask.next() : readBack(slot);
    }
    run = run.without(slot.name());
    say(slot.ask());
    moves.add(new FlowMove.Ask(slot));
    return "";
  }

  private String again(FlowStep.Again again) {
    if (memory.counts().getOrDefault(again.counter(), 0) >= again.most()) {
      return again.otherwise();
    }
    memory = memory.counting(again.counter());
    return again.to();
  }

  private String call(FlowStep.Call call) {
    Map<String, Spoken> values = new HashMap<>();
    call.sends()
        .forEach((parameter, slot) ->
            values.put(parameter, run.values().getOrDefault(slot, Spoken.NOTHING)));
    memory = memory.calling();
    run = run.at(call.name(), FlowRun.Stage.CALLING).calling(memory.calls());
    moves.add(
        new FlowMove.Call(
            memory.calls(),
            new ServiceRequest(
                call.service(),
                call.method(),
                call.path(),
                values,
                Set.copyOf(call.takes().values()))));
    return "";
  }

  void told(Spoken value) {
    Slot slot = asked();
    run = run.with(slot.name(), value);
    to(slot.confirm().isEmpty() ? askStep().next() : readBack(slot));
  }

  private String readBack(Slot slot) {
    run = run.confirming();
    say(slot.confirm());
    moves.add(new FlowMove.Confirm());
    return "";
  }

  void confirmed(boolean right) {
    if (right) {
      to(askStep().next());
    } else {
      run = run.asking().without(asked().name());
      unusable();
    }
  }

  void unusable() {
    Slot slot = asked();
    run = run.failed();
    if (run.tries() >= slot.attempts()) {
      String _ = end(new FlowMove.GiveUp());
    } else if (run.stage() == FlowRun.Stage.CONFIRMING) {
      String _ = readBack(slot);
    } else {
      say(slot.again().isEmpty() ? slot.ask() : slot.again());
      moves.add(new FlowMove.Ask(slot));
    }
  }

  void askAgain() {
    Slot slot = asked();
    if (run.stage() == FlowRun.Stage.CONFIRMING) {
      String _ = readBack(slot);
    } else {
      say(slot.ask());
      moves.add(new FlowMove.Ask(slot));
    }
  }

  void answered(ServiceResult result) {
    FlowStep.Call call = (FlowStep.Call) flow.step(run.step());
    String exit =
        switch (result) {
          case ServiceResult.Found(Map<String, Spoken> values) ->
              taken(call, values) ? "found" : "failed";
          case ServiceResult.NotFound _ -> "not-found";
          case ServiceResult.Refused(String reason)
              when call.exits().containsKey("refused " + reason) ->
              "refused " + reason;
          case ServiceResult.Refused _ -> "refused";
          case ServiceResult.Failed _ -> "failed";
        };
    String next = call.exits().getOrDefault(exit, "");
    if (next.isEmpty()) {
      String _ = end(new FlowMove.Apologize());
    } else {
      to(next);
    }
  }

  /// Fills slots with what the service answered, each value checked by its kind. An answer that
  /// lacks one counts as none at all.
  private boolean taken(FlowStep.Call call, Map<String, Spoken> values) {
    for (var take : call.takes().entrySet()) {
      Slot slot = flow.slot(take.getKey());
      Optional<Spoken> value =
          Optional.ofNullable(values.get(take.getValue()))
              .flatMap(found -> SlotValues.checked(slot.kind(), found));
      run = value.map(found -> run.with(slot.name(), found)).orElse(run.without(slot.name()));
      if (value.isPresent() && slot.keep()) {
        memory = memory.keeping(slot.name(), value.get());
      }
      if (value.isEmpty() && !slot.optional()) {
        return false;
      }
    }
    return true;
  }

  private FlowStep.Ask askStep() {
    return (FlowStep.Ask) flow.step(run.step());
  }

  private Slot asked() {
    return flow.slot(askStep().slot());
  }

  private void say(FlowText text) {
    String words = text.in(language);
    if (!words.isEmpty()) {
      moves.add(new FlowMove.Say(SlotValues.filled(flow, words, run.values(), language)));
    }
  }
}
