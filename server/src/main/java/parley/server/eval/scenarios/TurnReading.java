package parley.server.eval.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Key;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.HandOverResult;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Node;
import parley.dialogue.files.Problems;
import parley.dialogue.services.ServiceResult;
import parley.server.eval.scenarios.Scenario.Expected;
import parley.server.eval.scenarios.Scenario.Turn;

/// Reads one turn of a scenario.
final class TurnReading {
  private static final Confidence CLEAR = new Confidence(0.9);
  private static final Confidence UNCLEAR = new Confidence(0.2);
  private static final List<String> DOES =
      List.of("says", "mumbles", "noise", "presses", "silent", "hand-over", "heard");
  private static final Set<String> KEYS =
      Stream.concat(DOES.stream(), Stream.of("expect", "service"))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> TEXTS =
      Set.of(
          "understood", "rule", "queue", "priority", "language", "number", "outcome", "within-ms");
  private static final Set<String> LISTS = Set.of("cites", "contains", "absent", "actions", "not");
  private static final Set<String> EXPECT_KEYS =
      Stream.of(TEXTS, LISTS, Set.of("sent"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> HAND_OVERS =
      Stream.of(HandOverResult.values()).map(Enum::name).collect(Collectors.toSet());

  private final Problems problems;
  private final String file;

  TurnReading(Problems problems, String file) {
    this.problems = problems;
    this.file = file;
  }

  Turn turn(Fields fields) {
    fields.allowOnly(KEYS);
    List<String> done = DOES.stream().filter(fields::has).toList();
    if (done.size() != 1) {
      fields.problem(
          fields.line(),
          "The turn does " + (done.isEmpty() ? "nothing" : String.join(" and ", done)) + ".",
          "Expected one of " + String.join(", ", DOES) + ".");
    }
    String does = done.isEmpty() ? "noise" : done.getFirst();
    return new Turn(
        fields.line(),
        does + " " + fields.optionalText(does).orElse(""),
        events(fields, does),
        services(fields),
        expected(fields));
  }

  private static List<ConversationEvent> events(Fields fields, String does) {
    String text = fields.text(does);
    return switch (does) {
      case "says" -> List.of(new ConversationEvent.CallerSaid(new Spoken(text), CLEAR));
      case "mumbles" -> List.of(new ConversationEvent.CallerSaid(new Spoken(text), UNCLEAR));
      case "presses" -> keys(fields, text);
      case "silent" -> List.of(new ConversationEvent.CallerSilent(fields.number("silent", 1, 10)));
      case "hand-over" -> handOver(fields, text);
      case "heard" -> List.of(new ConversationEvent.PromptHeard());
      default -> List.of(new ConversationEvent.CallerSaid(Spoken.NOTHING, new Confidence(0)));
    };
  }

  private static List<ConversationEvent> keys(Fields fields, String keys) {
    if (!keys.matches("[0-9*#]+")) {
      fields.problem(
          fields.line("presses"),
          "`presses` is `" + keys + "`.",
          "Expected keys: 0 to 9, * and #.");
      return List.of();
    }
    return keys.chars()
        .<ConversationEvent>mapToObj(
            key -> new ConversationEvent.CallerPressed(new Key((char) key)))
        .toList();
  }

  private static List<ConversationEvent> handOver(Fields fields, String result) {
    if (!HAND_OVERS.contains(result)) {
      fields.problem(
          fields.line("hand-over"),
          "`hand-over` is `" + result + "`.",
          "Expected " + Fields.near(result, HAND_OVERS));
      return List.of();
    }
    return List.of(new ConversationEvent.HandOverEnded(HandOverResult.valueOf(result)));
  }

  private List<ServiceResult> services(Fields fields) {
    return switch (fields.all().get("service")) {
      case null -> List.of();
      case Node.Sequence sequence -> sequence.items().stream().map(this::service).toList();
      case Node one -> List.of(service(one));
    };
  }

  private ServiceResult service(Node node) {
    return switch (node) {
      case Node.Scalar(_, String text) when text.equals("not-found") ->
          new ServiceResult.NotFound();
      case Node.Scalar(_, String text) when text.equals("failed") -> new ServiceResult.Failed();
      case Node.Scalar(_, String text) when text.startsWith("refused") ->
          new ServiceResult.Refused(text.substring("refused".length()).strip());
      case Node.Scalar(_, String text) when text.equals("found") ->
          new ServiceResult.Found(Map.of());
      case Node.Mapping mapping
          when mapping.fields().get("refused") instanceof Node.Scalar(_, String reason) ->
          new ServiceResult.Refused(reason);
      case Node.Mapping mapping when mapping.fields().get("found") instanceof Node.Mapping found ->
          new ServiceResult.Found(
              texts(new Fields(file, found, problems)).entrySet().stream()
                  .collect(
                      Collectors.toMap(Map.Entry::getKey, value -> new Spoken(value.getValue()))));
      case Node other -> {
        problems.add(
            file,
            other.line(),
            "`service` is no answer of a service.",
            "Expected `found: {field: value}`, not-found, `refused: REASON` or failed.");
        yield new ServiceResult.Failed();
      }
    };
  }

  private static Map<String, String> texts(Fields fields) {
    Map<String, String> texts = new HashMap<>();
    fields.all().keySet().forEach(key -> texts.put(key, fields.optionalText(key).orElse("")));
    return texts;
  }

  private static Expected expected(Fields turn) {
    Optional<Fields> expect = turn.has("expect") ? turn.below("expect") : Optional.empty();
    Map<String, String> texts = new HashMap<>();
    Map<String, List<String>> lists = new HashMap<>();
    Map<String, String> sent = new HashMap<>();
    expect.ifPresent(fields -> {
      fields.allowOnly(EXPECT_KEYS);
      TEXTS.stream()
          .filter(fields::has)
          .forEach(key -> texts.put(key, fields.optionalText(key).orElse("")));
      LISTS.stream().filter(fields::has).forEach(key -> lists.put(key, fields.texts(key)));
      checkActions(fields, lists);
      if (fields.has("sent")) {
        fields.below("sent").ifPresent(given -> sent.putAll(texts(given)));
      }
    });
    return new Expected(texts, lists, sent);
  }

  private static void checkActions(Fields fields, Map<String, List<String>> lists) {
    for (String key : List.of("actions", "not")) {
      for (String action : new ArrayList<>(lists.getOrDefault(key, List.of()))) {
        if (!Played.ACTIONS.contains(action)) {
          fields.problem(
              fields.line(key),
              "There is no action `" + action + "`.",
              "Expected " + Fields.near(action, Played.ACTIONS));
        }
      }
    }
  }
}
