package parley.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.LogEntry.TurnTaken;

/// Calls as one JSON document. Field names are snake_case, times RFC 3339 in UTC; others build on
/// them.
final class CallJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private CallJson() {}

  static String list(List<CallSummary> calls) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode list = document.putArray("calls");
    calls.forEach(call -> summary(list.addObject(), call));
    return text(document);
  }

  /// @param same what else there is of the customer, as [CaseJson] writes it
  static String detail(CallDetail detail, Path folder, ObjectNode same) {
    ObjectNode document = JSON.createObjectNode();
    summary(document, detail.call());
    document.put("language", detail.language()).put("queue", detail.queue());
    document.remove("turns");
    ArrayNode turns = document.putArray("turns");
    detail.turns().forEach(turn -> turn(turns.addObject(), turn));
    ArrayNode transfers = document.putArray("transfers");
    detail
        .transfers()
        .forEach(tried ->
            transfers
                .addObject()
                .put("at", tried.at().toString())
                .put("agent", tried.agent())
                .put("queue", tried.queue())
                .put("reason", tried.reason())
                .put("outcome", tried.outcome())
                .put("ring_ms", tried.ringMs()));
    ArrayNode legs = document.putArray("legs");
    detail
        .legs()
        .forEach(leg ->
            legs.addObject()
                .put("at", leg.at().toString())
                .put("channel", leg.channel())
                .put("role", leg.role())
                .put("event", leg.event())
                .put("detail", leg.detail()));
    rest(document, detail, folder);
    if (detail.conclusion() != null) {
      conclusion(document.putObject("conclusion"), detail.conclusion());
    }
    document.set("case", same);
    return text(document);
  }

  private static void rest(ObjectNode document, CallDetail detail, Path folder) {
    ArrayNode callbacks = document.putArray("callbacks");
    detail
        .callbacks()
        .forEach(promised ->
            callbacks
                .addObject()
                .put("at", promised.at().toString())
                .put("number", promised.number().value())
                .put("reason", promised.reason()));
    ArrayNode recordings = document.putArray("recordings");
    detail
        .recordings()
        .forEach(made ->
            recordings
                .addObject()
                .put("path", folder.resolve(made.path()).toString())
                .put("duration_ms", made.durationMs()));
    ArrayNode audit = document.putArray("audit");
    detail
        .audit()
        .forEach(audited -> {
          ObjectNode entry =
              audit
                  .addObject()
                  .put("at", audited.at().toString())
                  .put("actor", audited.actor())
                  .put("what", audited.what());
          ObjectNode details = entry.putObject("details");
          audited.details().forEach(details::put);
        });
  }

  private static void conclusion(ObjectNode node, Conclusion conclusion) {
    node.put("disposition", lower(conclusion.disposition()))
        .put("resolved", conclusion.resolved())
        .put("topic", conclusion.topic().text())
        .put("summary", conclusion.summary().text())
        .put("author", lower(conclusion.author()));
    ArrayNode followUps = node.putArray("follow_ups");
    conclusion
        .followUps()
        .forEach(open ->
            followUps
                .addObject()
                .put("id", open.id().toString())
                .put("kind", lower(open.kind()))
                .put("due_at", open.due().toString())
                .put("what", open.what().text()));
  }

  private static void summary(ObjectNode node, CallSummary call) {
    node.put("call_id", call.id().toString())
        .put("started_at", call.startedAt().toString())
        .put("ended_at", textOf(call.endedAt()))
        .put("caller", call.caller())
        .put("dialled", call.dialled())
        .put("outcome", lower(call.outcome()))
        .put("turns", call.turns());
  }

  private static void turn(ObjectNode node, TurnTaken turn) {
    node.put("number", turn.number())
        .put("who", lower(turn.speaker()))
        .put("text", turn.words().text())
        .put("keyed", turn.keyed())
        .put("start_ms", turn.startMs())
        .put("end_ms", turn.endMs())
        .put("confidence", turn.confidence())
        .put("interrupted", turn.interrupted())
        .put("understood_as", turn.understoodAs())
        .put("rule", turn.rule());
    node.putObject("timings_ms")
        .put("endpoint", turn.timings().endpointMs())
        .put("final", turn.timings().finalMs())
        .put("think", turn.timings().thinkMs())
        .put("voice", turn.timings().voiceMs());
    ArrayNode citations = node.putArray("citations");
    turn.citations().forEach(citations::add);
  }

  private static @Nullable String textOf(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String lower(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  private static String text(ObjectNode document) {
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
