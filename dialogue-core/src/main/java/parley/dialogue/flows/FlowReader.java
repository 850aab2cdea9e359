package parley.dialogue.flows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.dialogue.files.Fields;
import parley.dialogue.flows.FlowDraft.DraftSlot;
import parley.dialogue.flows.FlowDraft.DraftStep;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.words.Words;

/// Reads one flow's file into a draft and tells what is wrong with each piece by itself.
final class FlowReader {

  private static final Set<String> KEYS = Set.of("flow", "starts", "slots", "steps");
  private static final Set<String> STARTS = Set.of("phrases", "knowledge", "offer");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final TextFields texts;
  private final SlotFields slots;
  private final StepFields steps;
  private final KnowledgeBase knowledge;

  FlowReader(Set<String> languages, KnowledgeBase knowledge, List<String> services) {
    this.texts = new TextFields(languages);
    this.slots = new SlotFields(texts);
    this.steps = new StepFields(texts, services);
    this.knowledge = knowledge;
  }

  FlowDraft draft(Fields top) {
    top.allowOnly(KEYS);
    String id = top.text("flow");
    if (!id.isEmpty()) {
      name(top, top.line("flow"), "flow", id);
    }
    Map<String, List<Words>> phrases = new HashMap<>();
    Set<String> entries = new HashSet<>();
    FlowText offer = FlowText.NONE;
    Optional<Fields> starts = top.has("starts") ? top.below("starts") : Optional.empty();
    if (starts.isPresent()) {
      Fields fields = starts.get();
      fields.allowOnly(STARTS);
      phrases.putAll(fields.has("phrases") ? texts.phrases(fields, "phrases") : Map.of());
      entries.addAll(entries(fields));
      offer = entries.isEmpty() ? texts.optional(fields, "offer") : texts.required(fields, "offer");
    }
    return new FlowDraft(id, top, phrases, entries, offer, slots(top), steps(top));
  }

  private Set<String> entries(Fields fields) {
    Set<String> entries = new HashSet<>(fields.texts("knowledge"));
    for (String entry : entries) {
      if (knowledge.find(entry).isEmpty()) {
        List<String> known = knowledge.entries().stream().map(found -> found.id()).toList();
        fields.problem(
            fields.line("knowledge"),
            "There is no knowledge `" + entry + "`.",
            "Expected " + Fields.near(entry, known));
      }
    }
    return entries;
  }

  private Map<String, DraftSlot> slots(Fields top) {
    Map<String, DraftSlot> found = new LinkedHashMap<>();
    Optional<Fields> below = top.has("slots") ? top.below("slots") : Optional.empty();
    below.ifPresent(all ->
        all.all()
            .keySet()
            .forEach(slot -> {
              name(all, all.line(slot), "slot", slot);
              all.below(slot)
                  .ifPresent(
                      fields -> found.put(slot, new DraftSlot(slots.read(slot, fields), fields)));
            }));
    return found;
  }

  private Map<String, DraftStep> steps(Fields top) {
    Map<String, DraftStep> found = new LinkedHashMap<>();
    List<Fields> list = top.list("steps");
    if (list.isEmpty() && top.has("steps")) {
      top.problem(top.line("steps"), "The flow has no steps.", "Expected a list of steps.");
    }
    List<String> names = list.stream().map(FlowReader::stepName).toList();
    for (int i = 0; i < list.size(); i++) {
      Fields fields = list.get(i);
      String following = i + 1 < names.size() ? names.get(i + 1) : "";
      name(fields, fields.line("step"), "step", names.get(i));
      DraftStep step = new DraftStep(steps.read(names.get(i), fields, following), fields);
      DraftStep other = found.putIfAbsent(names.get(i), step);
      if (other != null) {
        fields.problem(
            fields.line("step"),
            "The step `" + names.get(i) + "` is also at line " + other.fields().line() + ".",
            "Steps have names of their own: rename one.");
      }
    }
    return found;
  }

  /// Steps that nothing goes to need no name of their own.
  private static String stepName(Fields fields) {
    return fields.optionalText("step").orElse("line-" + fields.line());
  }

  private static void name(Fields fields, int line, String what, String name) {
    if (!NAME.matcher(name).matches()) {
      fields.problem(
          line,
          "The " + what + " name `" + name + "` is not usable.",
          "Expected lower-case words joined by dashes, such as `order-number`.");
    }
  }
}
