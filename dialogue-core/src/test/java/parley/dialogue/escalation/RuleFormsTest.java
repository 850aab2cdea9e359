package parley.dialogue.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.dialogue.Shipped;
import parley.dialogue.entities.EntityValue;
import parley.dialogue.files.Problem;
import parley.dialogue.files.Problems;
import parley.dialogue.quality.Channel;
import parley.dialogue.sentiment.Sentiment;
import parley.dialogue.sentiment.SentimentCourse;
import parley.dialogue.words.Words;

/// Rules in YAML and in JSON mean the same, and look at everything that is known of a turn.
class RuleFormsTest {

  private static final Set<String> COMMANDS = Set.of("person", "goodbye");
  private static final Set<String> INTENTS = Set.of("fraud", "complaint", "legal-threat");

  /// Monday.
  private static final LocalDateTime MORNING = LocalDateTime.of(2026, 3, 2, 9, 0);

  @TempDir private Path home;

  private Rules read(String name, String text, Problems problems) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, text);
    return RuleFile.read(
        home, file, Shipped.parts().knowledge(), COMMANDS, INTENTS, List.of(), problems);
  }

  private Rules read(String name, String text) throws IOException {
    Problems problems = new Problems();
    Rules rules = read(name, text, problems);
    assertEquals(List.of(), problems.sorted());
    return rules;
  }

  private static Facts facts(
      String words, double confidence, LocalDateTime at, String tier, EntityValue... entities) {
    return new Facts(
        Words.of(words),
        0,
        false,
        false,
        Sentiment.NEUTRAL,
        SentimentCourse.START,
        0,
        0,
        1,
        "",
        "",
        "",
        "",
        0,
        "en",
        0,
        List.of(entities),
        confidence,
        new Circumstances(at, Channel.VOICE, tier));
  }

  private static EntityValue euros(String amount) {
    return new EntityValue.Money(new BigDecimal(amount), Currency.getInstance("EUR"));
  }

  static Stream<Arguments> conditions() {
    Facts plain = facts("hello there", 0.9, MORNING, "");
    return Stream.of(
        arguments("confidence-below: 0.5", plain, false),
        arguments("confidence-below: 0.5", facts("hello", 0.45, MORNING, ""), true),
        arguments("entity: [money, order]", plain, false),
        arguments("entity: [money, order]", facts("", 1, MORNING, "", euros("9.50")), true),
        arguments(
            "entity: [order]",
            facts("", 1, MORNING, "", new EntityValue.Reference("order", "4711")),
            true),
        arguments("entity: [payment]", facts("", 1, MORNING, "", euros("9.50")), false),
        arguments("amount-from: 500", facts("", 1, MORNING, "", euros("499.99")), false),
        arguments("amount-from: 500", facts("", 1, MORNING, "", euros("500")), true),
        arguments("time: {from: \"08:00\", to: \"17:00\"}", plain, true),
        arguments("time: {from: \"09:30\", to: \"17:00\"}", plain, false),
        arguments("time: {to: \"09:00\"}", plain, false),
        arguments("time: {days: [mon]}", plain, true),
        arguments("time: {days: [sat, sun]}", plain, false),
        arguments(
            "time: {from: \"22:00\", to: \"06:00\", days: [mon]}",
            facts("", 1, LocalDateTime.of(2026, 3, 3, 5, 59), ""),
            true),
        arguments(
            "time: {from: \"22:00\", to: \"06:00\", days: [mon]}",
            facts("", 1, LocalDateTime.of(2026, 3, 2, 5, 59), ""),
            false),
        arguments("channel: [voice]", plain, true),
        arguments("channel: [email, chat]", plain, false),
        arguments("customer-tier: [gold]", plain, false),
        arguments("customer-tier: [gold]", facts("", 1, MORNING, "gold"), true));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("conditions")
  void aConditionHoldsOrNotInBothForms(String when, Facts facts, boolean expected)
      throws IOException {
    Rules yaml =
        read(
            "rules.yaml",
            "rules: [{id: one, priority: 1, when: {%s}, then: {priority: LOW}}]".formatted(when));
    Rules json = read("rules.json", RuleJson.text(yaml));

    assertEquals(expected, yaml.first(facts, Set.of()).isPresent());
    assertEquals(yaml.all(), json.all());
    if (expected) {
      Condition condition = yaml.all().getFirst().condition();
      assertTrue(Explanation.of(condition, facts).length() > 3);
    }
  }

  @Test
  void theShippedRulesSurviveTheWayThroughJson() throws IOException {
    Rules shipped = Shipped.parts().rules();
    String json = RuleJson.text(shipped);

    // Their prompts are checked elsewhere, and there are none here.
    String plain = json.replaceAll("\\s*\"say\" : \"[^\"]*\",?", "").replaceAll(",(\\s*})", "$1");
    Rules again = read("rules.json", plain);

    assertEquals(
        shipped.all().stream().map(Rule::condition).toList(),
        again.all().stream().map(Rule::condition).toList());
    assertEquals(
        shipped.all().stream().map(rule -> rule.id() + rule.order() + rule.active()).toList(),
        again.all().stream().map(rule -> rule.id() + rule.order() + rule.active()).toList());
    assertTrue(json.contains("\"rule_name\" : \"three-failures\""), json);
    assertTrue(json.contains("\"answer_first\" : true"), json);
  }

  @Test
  void theNamesOfTheInterfaceAreTakenInYamlToo() throws IOException {
    Rules rules =
        read(
            "rules.yaml",
            """
            rules:
              - rule_name: late
                condition: {not: {sentiment_course_below: -0.5}, same_question: 2}
                action: {priority: LOW, answer_first: true}
                priority: 7
                active: false
            """);

    Rule rule = rules.all().getFirst();
    assertEquals("late", rule.id());
    assertTrue(rule.answerFirst());
    assertEquals(
        new Condition.All(
            List.of(
                new Condition.Not(new Condition.SentimentBelow(Condition.Felt.COURSE, -0.5)),
                new Condition.AtLeast(Condition.Counted.SAME_QUESTION, 2))),
        rule.condition());
  }

  @Test
  void whatIsWrongIsToldWithItsLine() throws IOException {
    Problems problems = new Problems();
    read(
        "rules.json",
        """
        {"rules": [
          {"rule_name": "one", "id": "two", "priority": 1,
           "condition": {
             "entity": ["monny"],
             "time": {"from": "25:00", "days": ["someday"]},
             "channel": ["fax"],
             "amount_from": "much",
             "confidence_below": 2},
           "action": {"priority": "LOW"}}
        ]}
        """,
        problems);

    String all = String.join("\n", problems.sorted().stream().map(Problem::toString).toList());
    for (String expected :
        List.of(
            "rules.json:2: The rule has `id` in both spellings.",
            "rules.json:4: There is no entity `monny`.",
            "rules.json:5: There is no day `someday`.",
            "rules.json:5: `from` is `25:00`.",
            "rules.json:6: There is no channel `fax`.",
            "rules.json:7: `amount-from` is `much`.",
            "rules.json:8: `confidence-below` is `2`.")) {
      assertTrue(all.contains(expected), () -> expected + " is not in\n" + all);
    }
  }

  @Test
  void twoFilesAtOnceAreAProblem() throws IOException {
    Problems problems = new Problems();
    Files.createFile(home.resolve("escalation-rules.yaml"));
    assertEquals(home.resolve("escalation-rules.yaml"), RuleFile.in(home, home, problems));
    assertTrue(problems.isEmpty());

    Files.createFile(home.resolve("escalation-rules.json"));
    assertEquals(home.resolve("escalation-rules.json"), RuleFile.in(home, home, problems));
    assertEquals(1, problems.sorted().size());
  }
}
