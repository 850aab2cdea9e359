package parley.dialogue.flows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.dialogue.files.Fields;
import parley.dialogue.words.Words;

/// A flow as its file has it, before it is checked and the flows that it runs are put in their
/// places.
record FlowDraft(
    String id,
    Fields fields,
    Map<String, List<Words>> phrases,
    Set<String> knowledge,
    FlowText offer,
    Map<String, DraftSlot> slots,
    Map<String, DraftStep> steps) {

  FlowDraft {
    phrases = Map.copyOf(phrases);
    knowledge = Set.copyOf(knowledge);
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  record DraftSlot(Slot slot, Fields fields) {}

  record DraftStep(FlowStep step, Fields fields) {}

  String first() {
    return steps.isEmpty() ? "" : steps.keySet().iterator().next();
  }
}
