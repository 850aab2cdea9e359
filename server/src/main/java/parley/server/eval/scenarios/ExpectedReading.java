package parley.server.eval.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.files.Fields;
import parley.server.eval.scenarios.Scenario.Expected;

/// Reads what is expected of a turn.
final class ExpectedReading {
  private static final Set<String> TEXTS =
      Set.of(
          "understood",
          "rule",
          "queue",
          "priority",
          "language",
          "number",
          "window",
          "outcome",
          "within-ms");
  private static final Set<String> LISTS = Set.of("cites", "contains", "absent", "actions", "not");
  private static final Set<String> EXPECT_KEYS =
      Stream.of(TEXTS, LISTS, Set.of("sent"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private ExpectedReading() {}

  static Expected expected(Fields turn) {
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
        fields.below("sent").ifPresent(given -> sent.putAll(TurnReading.texts(given)));
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
