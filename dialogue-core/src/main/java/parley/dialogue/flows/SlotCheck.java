package parley.dialogue.flows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.dialogue.files.Fields;
import parley.dialogue.flows.FlowDraft.DraftSlot;
import parley.dialogue.flows.FlowDraft.DraftStep;

/// Tells what is wrong with a flow's slots: unknown ones, ones that nothing fills, secrets that
/// would be said.
final class SlotCheck {

  private static final Set<String> DAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final FlowDraft draft;

  /// Those of the flows that it runs too.
  private final Map<String, Slot> slots = new HashMap<>();

  SlotCheck(FlowDraft draft, Map<String, FlowDraft> all) {
    this.draft = draft;
    draft.slots().forEach((name, slot) -> slots.put(name, slot.slot()));
    for (DraftStep step : draft.steps().values()) {
      FlowDraft inner = step.step() instanceof FlowStep.Run run ? all.get(run.flow()) : null;
      if (inner != null && !inner.id().equals(draft.id())) {
        inner
            .slots()
            .forEach((name, slot) -> {
              if (slots.putIfAbsent(name, slot.slot()) != null && draft.slots().containsKey(name)) {
                Fields fields = draft.slots().get(name).fields();
                fields.problem(
                    fields.line(),
                    "The slot `"
                        + name
                        + "` is also one of the flow `"
                        + inner.id()
                        + "` that is run.",
                    "Give it another name.");
              }
            });
      }
    }
  }

  void check() {
    Set<String> filled = new HashSet<>();
    for (DraftStep step : draft.steps().values()) {
      used(step).forEach(slot -> known(step.fields(), slot));
      filled.addAll(filledBy(step));
      said(step.fields(), step.step().text());
      if (step.step() instanceof FlowStep.Branch branch) {
        cases(step.fields(), branch);
      }
    }
    for (DraftSlot slot : draft.slots().values()) {
      slot(slot, filled);
    }
    said(draft.fields(), draft.offer());
  }

  private void slot(DraftSlot draftSlot, Set<String> filled) {
    Slot slot = draftSlot.slot();
    Fields fields = draftSlot.fields();
    if (!filled.contains(slot.name())) {
      fields.problem(
          fields.line(),
          "Nothing fills the slot `" + slot.name() + "`.",
          "Put it into an `ask` or a call's `take`, or take it out.");
    }
    Stream.of(slot.ask(), slot.again(), slot.confirm()).forEach(text -> said(fields, text));
    boolean deaf =
        slot.kind() instanceof SlotKind.Choice(var options)
            && !slot.ask().isEmpty()
            && options.values().stream().anyMatch(option -> option.hear().isEmpty());
    if (deaf) {
      fields.problem(
          fields.line("options"),
          "An option of `" + slot.name() + "` lacks `hear`.",
          "Expected what callers say for it, in each language.");
    }
  }

  private static Set<String> filledBy(DraftStep step) {
    return switch (step.step()) {
      case FlowStep.Ask ask -> Set.of(ask.slot());
      case FlowStep.Call call -> call.takes().keySet();
      case FlowStep.Say _,
          FlowStep.Branch _,
          FlowStep.Again _,
          FlowStep.Run _,
          FlowStep.HandOver _,
          FlowStep.End _ ->
          Set.of();
    };
  }

  private List<String> used(DraftStep step) {
    return switch (step.step()) {
      case FlowStep.Ask ask -> {
        asked(step.fields(), slots.get(ask.slot()));
        yield List.of(ask.slot());
      }
      case FlowStep.Call call ->
          Stream.concat(call.sends().values().stream(), call.takes().keySet().stream()).toList();
      case FlowStep.Branch branch -> List.of(branch.slot());
      case FlowStep.Say _, FlowStep.Again _, FlowStep.Run _, FlowStep.HandOver _, FlowStep.End _ ->
          List.of();
    };
  }

  private static void asked(Fields fields, @Nullable Slot slot) {
    if (slot != null && slot.ask().isEmpty()) {
      fields.problem(
          fields.line("ask"),
          "The slot `" + slot.name() + "` has no question.",
          "Give it an `ask` text in each language.");
    }
    if (slot != null && slot.keep()) {
      fields.problem(
          fields.line("ask"),
          "The slot `" + slot.name() + "` is kept for the call, and a caller would fill it.",
          "Only what a service answers may be kept: leave `keep` out, or take another slot.");
    }
  }

  private void known(Fields fields, String slot) {
    if (!slot.isEmpty() && !slots.containsKey(slot)) {
      fields.problem(
          fields.line(),
          "There is no slot `" + slot + "`.",
          "Expected " + Fields.near(slot, slots.keySet()));
    }
  }

  private void cases(Fields fields, FlowStep.Branch branch) {
    Slot slot = slots.get(branch.slot());
    Set<String> possible =
        slot == null
            ? branch.cases().keySet()
            : switch (slot.kind()) {
              case SlotKind.Choice(var options) -> options.keySet();
              case SlotKind.YesNo _ -> Set.of("yes", "no");
              case SlotKind.Day _ -> DAYS;
              case SlotKind.Digits _,
                  SlotKind.DayAndTime _,
                  SlotKind.Amount _,
                  SlotKind.Mail _,
                  SlotKind.FreeWords _ ->
                  Set.of();
            };
    for (String name : branch.cases().keySet()) {
      if (!possible.contains(name) && !name.equals("known")) {
        Set<String> expected = new TreeSet<>(possible);
        expected.add("known");
        fields.problem(
            fields.line("cases"),
            "The slot `" + branch.slot() + "` is never `" + name + "`.",
            "Expected " + Fields.near(name, expected));
      }
    }
  }

  private void said(Fields fields, FlowText text) {
    Set<String> places =
        text.byLanguage().values().stream()
            .flatMap(words -> SlotValues.PLACE.matcher(words).results())
            .map((MatchResult place) -> place.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String place : places) {
      known(fields, place);
      Slot slot = slots.get(place);
      if (slot != null && (slot.secret() || slot.kind() instanceof SlotKind.YesNo)) {
        fields.problem(
            fields.line(),
            "The slot `" + place + "` cannot be said: it is secret or yes or no.",
            "Take {" + place + "} out of the text.");
      }
    }
  }
}
