package parley.dialogue.flows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Node;
import parley.dialogue.services.ServiceRequest.Method;

/// Reads one step of a flow's file. What kind of step it is follows from its keys.
final class StepFields {

  private static final Map<String, Set<String>> KINDS =
      Map.of(
          "ask", Set.of("next"),
          "call", Set.of("get", "post", "send", "take", "found", "not-found", "refused", "failed"),
          "branch", Set.of("cases", "otherwise"),
          "again", Set.of("most", "otherwise"),
          "run", Set.of("next", "otherwise"),
          "hand-over", Set.of(),
          "end", Set.of());
  private static final Map<String, FlowStep.Ending> ENDINGS =
      Map.of(
          "done", FlowStep.Ending.DONE,
          "not-done", FlowStep.Ending.NOT_DONE,
          "offer-person", FlowStep.Ending.OFFER_PERSON);
  private static final Set<String> EVERY = Set.of("step", "say");

  private final TextFields texts;
  private final List<String> services;

  StepFields(TextFields texts, List<String> services) {
    this.texts = texts;
    this.services = services;
  }

  /// @param following the name of the step below it in the file, empty for the last one
  FlowStep read(String name, Fields fields, String following) {
    String kind = KINDS.keySet().stream().filter(fields::has).sorted().findFirst().orElse("say");
    Set<String> known = new HashSet<>(EVERY);
    known.addAll(kind.equals("say") ? Set.of("next") : KINDS.getOrDefault(kind, Set.of()));
    known.addAll(kind.equals("say") ? KINDS.keySet() : Set.of(kind));
    fields.allowOnly(known);
    FlowText text =
        kind.equals("say") ? texts.required(fields, "say") : texts.optional(fields, "say");
    return switch (kind) {
      case "ask" -> new FlowStep.Ask(name, text, fields.text("ask"), next(fields, following));
      case "call" -> call(name, text, fields, following);
      case "branch" -> branch(name, text, fields, following);
      case "again" ->
          new FlowStep.Again(
              name,
              text,
              name,
              fields.text("again"),
              fields.number("most", 1, 10),
              fields.text("otherwise"));
      case "run" ->
          new FlowStep.Run(
              name, text, fields.text("run"), next(fields, following), fields.text("otherwise"));
      case "hand-over" -> new FlowStep.HandOver(name, text, fields.text("hand-over"));
      case "end" -> new FlowStep.End(name, text, ending(fields));
      default -> new FlowStep.Say(name, text, next(fields, following));
    };
  }

  private static String next(Fields fields, String following) {
    return fields.optionalText("next").orElse(following);
  }

  private static FlowStep.Ending ending(Fields fields) {
    String name = fields.text("end");
    FlowStep.Ending ending = ENDINGS.get(name);
    if (ending == null && !name.isEmpty()) {
      fields.problem(
          fields.line("end"),
          "`end` is `" + name + "`.",
          "Expected " + Fields.near(name, ENDINGS.keySet()));
    }
    return ending == null ? FlowStep.Ending.DONE : ending;
  }

  private static FlowStep branch(String name, FlowText text, Fields fields, String following) {
    String otherwise = fields.optionalText("otherwise").orElse(following);
    return new FlowStep.Branch(
        name, text, fields.text("branch"), pairs(fields, "cases"), otherwise);
  }

  private FlowStep call(String name, FlowText text, Fields fields, String following) {
    String service = fields.text("call");
    if (!service.isEmpty() && !services.contains(service)) {
      fields.problem(
          fields.line("call"),
          "There is no service `" + service + "`.",
          "Expected " + Fields.near(service, services));
    }
    boolean get = fields.has("get");
    if (get == fields.has("post")) {
      fields.problem(fields.line(), "A call needs `get` or `post`.", "Expected one of the two.");
    }
    String path = get ? fields.text("get") : fields.optionalText("post").orElse("/");
    if (!path.matches("/[A-Za-z0-9/{}._-]*")) {
      fields.problem(
          fields.line(get ? "get" : "post"),
          "The path `" + path + "` is not usable.",
          "Expected one such as `/orders/{order}`.");
    }
    Map<String, String> sends = new HashMap<>();
    SlotValues.PLACE
        .matcher(path)
        .results()
        .map((MatchResult place) -> place.group(1))
        .forEach(slot -> sends.put(slot, slot));
    sends.putAll(pairs(fields, "send"));
    return new FlowStep.Call(
        name,
        text,
        service,
        get ? Method.GET : Method.POST,
        path,
        sends,
        pairs(fields, "take"),
        exits(fields, following));
  }

  private static Map<String, String> exits(Fields fields, String following) {
    Map<String, String> exits = new HashMap<>();
    exits.put("found", fields.optionalText("found").orElse(following));
    for (String exit : List.of("not-found", "failed")) {
      fields.optionalText(exit).ifPresent(target -> exits.put(exit, target));
    }
    if (fields.all().get("refused") instanceof Node.Mapping) {
      pairs(fields, "refused")
          .forEach((word, target) ->
              exits.put(word.equals("otherwise") ? "refused" : "refused " + word, target));
    } else {
      fields.optionalText("refused").ifPresent(target -> exits.put("refused", target));
    }
    return exits;
  }

  /// A mapping of texts; none when the key is not there.
  private static Map<String, String> pairs(Fields fields, String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Optional<Fields> below = fields.has(key) ? fields.below(key) : Optional.empty();
    below.ifPresent(
        found -> found.all().keySet().forEach(name -> pairs.put(name, found.text(name))));
    return pairs;
  }
}
