package parley.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import parley.dialogue.call.CallId;
import parley.dialogue.escalation.Rule;
import parley.dialogue.escalation.Rules;
import parley.dialogue.trial.Fired;

/// Rules, and what a trial of them found, for a terminal or as JSON.
final class RulesText {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private RulesText() {}

  /// One conversation and the rules that would fire in it.
  record Tried(CallId call, List<Fired> fired) {
    Tried {
      fired = List.copyOf(fired);
    }
  }

  static String list(Rules rules) {
    StringBuilder text = new StringBuilder();
    text.append("%5s  %-24s  %-8s  %s%n".formatted("ORDER", "RULE", "PRIORITY", "TO"));
    for (Rule rule : rules.all()) {
      String to = (rule.queue() + " " + rule.skill()).strip();
      text.append(
          "%5d  %-24s  %-8s  %s%s%n"
              .formatted(
                  rule.order(),
                  rule.id(),
                  rule.priority(),
                  to.isEmpty() ? "the call's own queue" : to,
                  rule.active() ? "" : " (not active)"));
    }
    return text.toString();
  }

  /// The first rule of a conversation brings in a person; the others would have, had it gone on.
  static String tried(List<Tried> all) {
    StringBuilder text = new StringBuilder();
    Map<String, Integer> counts = new TreeMap<>();
    for (Tried tried : all) {
      if (!tried.fired().isEmpty()) {
        text.append("%s%n".formatted(tried.call()));
      }
      boolean first = true;
      for (Fired fired : tried.fired()) {
        counts.merge(fired.rule().id(), 1, Integer::sum);
        text.append(line(fired, first));
        first = false;
      }
    }
    text.append(
        "%d of %d conversations would bring in a person.%n"
            .formatted(all.stream().filter(tried -> !tried.fired().isEmpty()).count(), all.size()));
    counts.forEach((rule, times) -> text.append("  %-24s  %d%n".formatted(rule, times)));
    return text.toString();
  }

  private static String line(Fired fired, boolean first) {
    String logged =
        fired.loggedRule().isEmpty()
            ? "; none fired then"
            : fired.loggedRule().equals(fired.rule().id())
                ? "; as it did then"
                : "; " + fired.loggedRule() + " fired then";
    return String.format(
        Locale.ROOT,
        "  %s turn %d at %.1f s: %s (%s) because %s%s%n",
        first ? "*" : " ",
        fired.turn(),
        fired.atMs() / 1000.0,
        fired.rule().id(),
        fired.rule().priority(),
        fired.why(),
        logged);
  }

  static String json(List<Tried> all) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode conversations = document.putArray("conversations");
    for (Tried tried : all) {
      ObjectNode node = conversations.addObject().put("conversation_id", tried.call().toString());
      ArrayNode fired = node.putArray("fired");
      tried
          .fired()
          .forEach(one ->
              fired
                  .addObject()
                  .put("turn", one.turn())
                  .put("at_ms", one.atMs())
                  .put("rule_name", one.rule().id())
                  .put("priority", one.rule().priority().name())
                  .put("why", one.why())
                  .put("rule_then", one.loggedRule()));
    }
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
