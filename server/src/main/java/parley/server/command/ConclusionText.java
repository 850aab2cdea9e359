package parley.server.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.FollowUp;

/// What came of a conversation, as text for a terminal.
final class ConclusionText {

  private final ZoneId zone;
  private final DateTimeFormatter time =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  ConclusionText(ZoneId zone) {
    this.zone = zone;
  }

  String of(Conclusion conclusion) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%nSummary%s%n"
            .formatted(
                conclusion.author() == Conclusion.Author.LANGUAGE_MODEL
                    ? " (by the language model)"
                    : ""));
    text.append("  %s%n".formatted(conclusion.summary().text()));
    text.append(
        "  Disposition: %s, %s%n"
            .formatted(
                lower(conclusion.disposition()),
                conclusion.resolved() ? "resolved" : "not resolved"));
    for (FollowUp open : conclusion.followUps()) {
      text.append(
          "  To do: %s until %s (%s): %s%n"
              .formatted(
                  lower(open.kind()),
                  time.format(open.due().atZone(zone)),
                  zone,
                  open.what().text()));
    }
    return text.toString();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
