package parley.server.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.TurnTaken;

/// What became of a call: what the log holds of it, and what the phone measured.
///
/// @param answeredMs from the INVITE to the answer
/// @param replies the replies that the phone timed
/// @param detail empty when the log knows nothing of the call
record CallReport(
    long answeredMs, List<Reply> replies, Optional<CallDetail> detail, Path recordings) {

  /// One reply heard: when its first voiced frame arrived, in ms from the answer, and how long
  /// after the caller's last.
  record Reply(long atMs, long voiceToVoiceMs) {}

  /// A logged turn and a heard reply are the same when they begin within this of each other.
  private static final long SAME_MS = 1_500;

  private static final ObjectMapper JSON = new ObjectMapper();

  CallReport {
    replies = List.copyOf(replies);
  }

  String json() {
    ObjectNode report = JSON.createObjectNode();
    report.put("call_id", detail.map(call -> call.call().id().toString()).orElse(null));
    report.put("answered_ms", answeredMs);
    ArrayNode turns = report.putArray("turns");
    detail.ifPresent(call -> call.turns().forEach(turn -> turns.add(json(turn))));
    ArrayNode actions = report.putArray("actions");
    detail.ifPresent(call -> addActions(call, actions));
    report.put("outcome", outcome());
    report.put("recording", recording().map(Path::toString).orElse(null));
    return report.toPrettyString();
  }

  private ObjectNode json(TurnTaken turn) {
    ObjectNode node = JSON.createObjectNode();
    node.put("who", who(turn));
    node.put("text", turn.words().text());
    node.put("start_ms", turn.startMs());
    node.put("end_ms", turn.endMs());
    node.put("confidence", turn.confidence());
    node.put("voice_to_voice_ms", voiceToVoiceMs(turn));
    return node;
  }

  private static void addActions(CallDetail call, ArrayNode actions) {
    for (LogEntry.TransferTried transfer : call.transfers()) {
      ObjectNode node = actions.addObject();
      node.put("action", "transfer");
      node.put("agent", transfer.agent());
      node.put("queue", transfer.queue());
      node.put("reason", transfer.reason());
      node.put("outcome", transfer.outcome());
      node.put("ring_ms", transfer.ringMs());
    }
    for (LogEntry.CallbackPromised callback : call.callbacks()) {
      ObjectNode node = actions.addObject();
      node.put("action", "callback");
      node.put("number", callback.number().value());
      node.put("reason", callback.reason());
    }
  }

  /// How long the caller waited for this turn of Parley; null where the phone timed no such reply.
  private @Nullable Long voiceToVoiceMs(TurnTaken turn) {
    if (turn.speaker() != LogEntry.Speaker.PARLEY) {
      return null;
    }
    return replies.stream()
        .filter(reply -> Math.abs(reply.atMs() - turn.startMs()) < SAME_MS)
        .findFirst()
        .map(Reply::voiceToVoiceMs)
        .orElse(null);
  }

  private String outcome() {
    return detail
        .map(call -> call.call().outcome())
        .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
        .orElse("unknown");
  }

  private Optional<Path> recording() {
    return detail
        .filter(call -> !call.recordings().isEmpty())
        .map(call -> recordings.resolve(call.recordings().getFirst().path()));
  }

  /// The lines after the transcript.
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Answered after %d ms; %d turns; outcome: %s.%n",
            answeredMs,
            detail.map(call -> call.turns().size()).orElse(0),
            outcome()));
    for (Reply reply : replies) {
      text.append(
          String.format(Locale.ROOT, "Reply after %d ms of silence.%n", reply.voiceToVoiceMs()));
    }
    detail.ifPresent(call -> {
      for (LogEntry.TransferTried transfer : call.transfers()) {
        text.append(
            String.format(
                Locale.ROOT, "Transfer to %s: %s.%n", transfer.agent(), transfer.outcome()));
      }
      for (LogEntry.CallbackPromised callback : call.callbacks()) {
        text.append(String.format(Locale.ROOT, "Callback: %s.%n", callback.reason()));
      }
      text.append(String.format(Locale.ROOT, "Call %s", call.call().id()));
      recording().ifPresent(path -> text.append(", recording ").append(path));
      text.append(System.lineSeparator());
    });
    return text.toString();
  }

  /// One line of the transcript.
  static String line(TurnTaken turn) {
    String confidence =
        turn.speaker() == LogEntry.Speaker.CALLER
            ? String.format(Locale.ROOT, " (%.2f)", turn.confidence())
            : "";
    return String.format(
        Locale.ROOT,
        "%7.1f s  %-7s%s %s%s",
        turn.startMs() / 1e3,
        who(turn) + ":",
        confidence,
        turn.words().text(),
        turn.interrupted() ? " [interrupted]" : "");
  }

  private static String who(TurnTaken turn) {
    return turn.speaker().name().toLowerCase(Locale.ROOT);
  }
}
