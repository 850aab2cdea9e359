package parley.dialogue.escalation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import parley.dialogue.words.Words;

/// Writes rules as the support API has them: `rule_name, condition, action, priority, active`. What
/// is written here, [RuleFile] reads as the same rules. Pure; any thread.
public final class RuleJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private RuleJson() {}

  /// A whole file of rules.
  public static String text(Rules rules) {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode list = all.putArray("rules");
    rules.all().forEach(rule -> list.add(of(rule)));
    return text(all) + "\n";
  }

  public static String condition(Rule rule) {
    return text(condition(rule.condition()));
  }

  public static String action(Rule rule) {
    return text(actionOf(rule));
  }

  static ObjectNode of(Rule rule) {
    ObjectNode node = JSON.createObjectNode();
    node.put("rule_name", rule.id());
    node.set("condition", condition(rule.condition()));
    node.set("action", actionOf(rule));
    return node.put("priority", rule.order()).put("active", rule.active());
  }

  private static ObjectNode actionOf(Rule rule) {
    ObjectNode action = JSON.createObjectNode();
    putText(action, "queue", rule.queue());
    putText(action, "skill", rule.skill());
    action.put("priority", rule.priority().name());
    putText(action, "say", rule.say());
    return rule.answerFirst() ? action.put("answer_first", true) : action;
  }

  private static void putText(ObjectNode node, String key, String text) {
    if (!text.isEmpty()) {
      node.put(key, text);
    }
  }

  private static ObjectNode condition(Condition condition) {
    ObjectNode node = JSON.createObjectNode();
    switch (condition) {
      case Condition.All(List<Condition> inner) -> all(node, inner);
      case Condition.Any(List<Condition> inner) -> list(node.putArray("any"), inner);
      case Condition.Not(Condition.Distress _) -> node.put("distress", false);
      case Condition.Not(Condition inner) -> node.set("not", condition(inner));
      case Condition.Said(List<Words> phrases) ->
          texts(node, "words", phrases.stream().map(Words::text).toList());
      case Condition.Anger(int turns) -> node.put("anger", turns);
      case Condition.Distress _ -> node.put("distress", true);
      case Condition.SentimentBelow(Condition.Felt felt, double bound) ->
          node.put(
              felt == Condition.Felt.NOW ? "sentiment_below" : "sentiment_course_below", bound);
      case Condition.ConfidenceBelow(double bound) -> node.put("confidence_below", bound);
      case Condition.AtLeast(Condition.Counted counted, int least) ->
          node.put(counted.name().toLowerCase(Locale.ROOT), least);
      case Condition.Understood(Condition.Subject subject, var names) ->
          texts(node, subject.name().toLowerCase(Locale.ROOT), sorted(names));
      case Condition.Has(var kinds) -> texts(node, "entity", sorted(kinds));
      case Condition.AmountFrom(double least) -> node.put("amount_from", least);
      case Condition.Within(Hours hours) -> time(node.putObject("time"), hours);
    }
    return node;
  }

  /// Conditions of different kinds stand beside each other, as a person would write them.
  private static void all(ObjectNode node, List<Condition> inner) {
    List<ObjectNode> each = inner.stream().map(RuleJson::condition).toList();
    long keys = each.stream().flatMap(one -> one.propertyStream()).count();
    each.forEach(
        one -> one.properties().forEach(field -> node.set(field.getKey(), field.getValue())));
    if (node.size() != keys || node.isEmpty()) {
      node.removeAll();
      list(node.putArray("all"), inner);
    }
  }

  private static void list(ArrayNode list, List<Condition> inner) {
    inner.forEach(one -> list.add(condition(one)));
  }

  private static void texts(ObjectNode node, String key, Collection<String> texts) {
    ArrayNode list = node.putArray(key);
    texts.forEach(list::add);
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  private static void time(ObjectNode node, Hours hours) {
    node.put("from", hours.from().toString()).put("to", hours.to().toString());
    if (!hours.days().isEmpty()) {
      texts(
          node,
          "days",
          hours.days().stream().sorted().map((DayOfWeek day) -> HoursReader.day(day)).toList());
    }
  }

  private static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree of JSON can always be written", impossible);
    }
  }
}
