package parley.server.callbacks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.CallbackOverview.CallbackLine;
import parley.dialogue.privacy.Masking;

/// Callbacks as one JSON document. Field names are snake_case, times RFC 3339 in UTC; others build
/// on them.
final class CallbackJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CallbackJson() {}

  static String list(List<CallbackLine> found, Map<CallbackState, Integer> open, boolean numbers) {
    ObjectNode document = JSON.createObjectNode();
    var list = document.putArray("callbacks");
    found.forEach(line -> line(list.addObject(), line, numbers));
    ObjectNode counts = document.putObject("open");
    open.forEach((state, count) -> counts.put(name(state), count));
    return document.toPrettyString() + System.lineSeparator();
  }

  private static void line(ObjectNode node, CallbackLine line, boolean numbers) {
    Callback callback = line.callback();
    node.put("id", line.id().toString())
        .put("state", name(callback.state()))
        .put("origin", name(callback.origin()))
        .put("number", numbers ? callback.number().value() : callback.number().toString())
        .put("reason", numbers ? callback.reason() : Masking.mask(callback.reason()))
        .put("queue", callback.queue())
        .put("language", callback.language())
        .put("priority", line.priority())
        .put("attempts", callback.attempts())
        .put("promised_at", line.promisedAt().toString())
        .put("note", line.note());
    node.put("next_at", line.nextAt() == null ? null : line.nextAt().toString());
    node.put("last_outcome", line.lastOutcome() == null ? null : name(line.lastOutcome()));
    callback
        .window()
        .ifPresent(window ->
            node.putObject("window")
                .put("from", window.from().toString())
                .put("until", window.until().toString())
                .put("zone", window.zone().getId()));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
