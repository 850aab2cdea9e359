package parley.server.callbacks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.TreeMap;
import parley.callback.followup.FollowUpTasks;
import parley.callback.plan.Callback;
import parley.callback.work.CallbackOverview.CallbackLine;
import parley.dialogue.privacy.Masking;

/// Callbacks as one JSON document. Field names are snake_case, times RFC 3339 in UTC; others build
/// on them.
final class CallbackJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CallbackJson() {}

  static String list(CallbackListing listing, boolean numbers) {
    ObjectNode document = JSON.createObjectNode();
    var list = document.putArray("callbacks");
    listing.found().forEach(line -> line(list.addObject(), line, numbers));
    ObjectNode counts = document.putObject("open");
    new TreeMap<>(listing.open()).forEach((state, count) -> counts.put(name(state), count));
    listing
        .followUps()
        .ifPresent(tasks -> {
          var left = document.putArray("follow_ups");
          tasks.forEach(task -> task(left.addObject(), task));
        });
    return document.toPrettyString() + System.lineSeparator();
  }

  private static void task(ObjectNode node, FollowUpTasks.Task task) {
    node.put("id", task.id().toString())
        .put("conversation_id", task.conversation().toString())
        .put("kind", name(task.kind()))
        .put("due_at", task.due().toString())
        .put("what", Masking.mask(task.what()))
        .put("why", task.why());
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
