package parley.dialogue.memory;

import java.time.Duration;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;

/// One earlier conversation of the same customer, as its conclusion keeps it: without personal
/// data.
///
/// @param age how long ago it began
/// @param channel `VOICE`, `EMAIL` or `CHAT`
/// @param topic what it was about, in the customer's words; may be empty
public record Recollection(
    Duration age,
    String channel,
    Disposition disposition,
    boolean resolved,
    Spoken topic,
    Spoken summary) {

  /// In words for a language model.
  String line() {
    long days = age.toDays();
    String when = days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    return "%s (%s, %s): %s"
        .formatted(
            when,
            channel.toLowerCase(java.util.Locale.ROOT),
            resolved ? "resolved" : "not resolved",
            summary.text());
  }
}
