package parley.server.eval.entities;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import parley.dialogue.entities.Entity;
import parley.dialogue.entities.EntityFinder;
import parley.server.eval.EvalPart;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// What `eval entities` prints.
///
/// @param messageMs what each message took, once all had been read before
record EntitiesReport(EntityScores scores, Spread messageMs, Machine machine)
    implements EvalPart.Report {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MISSES_SHOWN = 30;

  /// Reads every message twice, because the first time mostly measures how Java loads classes.
  static EntitiesReport measure(List<Message> messages, EntityFinder finder) {
    Machine machine = Machine.here();
    messages.forEach(message -> finder.find(message.text(), message.context()));
    EntityScores scores = new EntityScores();
    List<Double> took = new ArrayList<>();
    for (Message message : messages) {
      long asked = System.nanoTime();
      List<Entity> found = finder.find(message.text(), message.context());
      took.add((System.nanoTime() - asked) / 1e6);
      scores.add(message, found.stream().map(Entity::canonical).toList());
    }
    return new EntitiesReport(scores, Spread.of(took), machine);
  }

  @Override
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("messages", scores.messages())
        .put("exact", scores.exact())
        .put("messages_without", scores.empty())
        .put("exact_without", scores.emptyExact());
    ObjectNode kinds = report.putObject("kinds");
    new TreeMap<>(scores.kinds())
        .forEach((name, kind) ->
            kinds
                .putObject(name)
                .put("wanted", kind.wanted())
                .put("found", kind.found())
                .put("precision", kind.precision())
                .put("recall", kind.recall()));
    report.putObject("message_ms").put("p50", messageMs.p50()).put("p95", messageMs.p95());
    ArrayNode misses = report.putArray("misses");
    scores.misses().stream()
        .limit(MISSES_SHOWN)
        .forEach(miss ->
            misses
                .addObject()
                .put("text", miss.text())
                .put("wanted", Message.shown(miss.wanted()))
                .put("found", Message.shown(miss.found())));
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  @Override
  public String table() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                messages              %d, %d of them without an entity
                exactly right         %.1f %%
                exactly right without %.1f %%
                a message, ms         %.3f p50, %.3f p95
                machine               %d x %s, load average before %.2f

                kind       wanted  found  precision  recall
                """,
                scores.messages(),
                scores.empty(),
                100 * scores.exact(),
                100 * scores.emptyExact(),
                messageMs.p50(),
                messageMs.p95(),
                machine.cores(),
                machine.processor(),
                machine.loadAverage()));
    new TreeMap<>(scores.kinds()).forEach((name, kind) -> text.append(line(name, kind)));
    scores.misses().stream().limit(MISSES_SHOWN).forEach(miss -> text.append(lines(miss)));
    return text.toString();
  }

  private static String line(String name, EntityScores.Kind kind) {
    return String.format(
        Locale.ROOT,
        "%-9s  %6d  %5d  %7.1f %%  %4.1f %%%n",
        name,
        kind.wanted(),
        kind.found(),
        100 * kind.precision(),
        100 * kind.recall());
  }

  private static String lines(EntityScores.Miss miss) {
    return String.format(
        "%n%s%n  wanted  %s%n  found   %s%n",
        miss.text().replace("\n", "\\n"),
        Message.shown(miss.wanted()),
        Message.shown(miss.found()));
  }
}
