package parley.server.callbacks;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.CallbackOverview.CallbackLine;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.privacy.Masking;
import parley.server.followup.OverdueText;

/// Callbacks as a table. Ids are shown by their beginning, which commands take.
///
/// @param numbers with whole telephone numbers
record CallbackText(ZoneId zone, boolean numbers) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final int SHORT = 8;

  String list(CallbackListing listing) {
    Map<CallbackState, Integer> open = listing.open();
    StringBuilder text = new StringBuilder();
    for (CallbackLine line : listing.found()) {
      text.append(line(line));
    }
    text.append(
        "%d shown; open: %d waiting, %d being called, %d need a person%n"
            .formatted(
                listing.found().size(),
                open.getOrDefault(CallbackState.WAITING, 0),
                open.getOrDefault(CallbackState.DIALLING, 0),
                open.getOrDefault(CallbackState.NEEDS_PERSON, 0)));
    listing
        .followUps()
        .ifPresent(tasks -> {
          text.append(new OverdueText(zone).followUps(tasks));
          text.append(
              "%d left by conversations and overdue%s%n"
                  .formatted(
                      tasks.size(),
                      tasks.isEmpty() ? "" : "; ./parley callbacks done ID closes one"));
        });
    return text.toString();
  }

  private String line(CallbackLine line) {
    Callback callback = line.callback();
    return "%s  %-16s  %-12s  %-9s  %-15s  %-10s  %d calls%s  %s%s%n"
        .formatted(
            beginning(line.id()),
            time(line.nextAt(), callback),
            name(callback.state()),
            name(callback.origin()),
            numbers ? callback.number().value() : callback.number().toString(),
            callback.queue().isEmpty() ? "-" : callback.queue(),
            callback.attempts(),
            line.lastOutcome() == null ? "" : " (" + name(line.lastOutcome()) + ")",
            numbers ? callback.reason() : Masking.mask(callback.reason()),
            line.note().isEmpty() ? "" : "  [" + line.note() + "]");
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// On the clock on which it was promised.
  private String time(@Nullable Instant at, Callback callback) {
    return at == null
        ? "-"
        : TIME.format(at.atZone(callback.window().map(CallbackWindow::zone).orElse(zone)));
  }

  static String window(CallbackWindow window) {
    return "%s to %s (%s)"
        .formatted(
            TIME.format(window.from().atZone(window.zone())),
            TIME.format(window.until().atZone(window.zone())),
            window.zone());
  }

  static String beginning(UUID id) {
    return id.toString().substring(0, SHORT);
  }
}
