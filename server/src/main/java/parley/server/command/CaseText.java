package parley.server.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.CustomerCase;

/// What else there is of a customer, as text for a terminal.
public final class CaseText {

  private static final int SHORT = 8;

  private final ZoneId zone;
  private final boolean masked;
  private final DateTimeFormatter time =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /// @param masked whether numbers and addresses are shown without what identifies
  public CaseText(ZoneId zone, boolean masked) {
    this.zone = zone;
    this.masked = masked;
  }

  /// Empty where there is nothing.
  public String of(CustomerCase all) {
    if (all.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("%nThe same customer%n".formatted());
    all.contacts().forEach(link -> text.append(contact(link)));
    all.conversations().forEach(line -> text.append(conversation(line)));
    return text.toString();
  }

  private String contact(CustomerCase.Linked link) {
    ContactPoint contact = link.contact();
    String how =
        switch (link.proof()) {
          case IDENTIFIED -> "identified in a call";
          case OPERATOR -> "linked by command";
        };
    return "  %s, %s %s%n".formatted(masked ? contact : contact.value(), how, at(link.since()));
  }

  private String conversation(CustomerCase.Line line) {
    return "  %s  %-5s  %s  %s%s%n"
        .formatted(
            at(line.began()),
            line.channel().equals("VOICE") ? "call" : "mail",
            line.id().toString().substring(0, SHORT),
            line.status().toLowerCase(Locale.ROOT).replace('_', ' '),
            line.topic().isEmpty() ? "" : ": " + line.topic());
  }

  private String at(Instant moment) {
    return time.format(moment.atZone(zone));
  }
}
