package parley.db.log;

import parley.dialogue.log.LogEntry.Speaker;

/// How the table of messages names who speaks. Pure.
public final class Senders {
  private Senders() {}

  public static String of(Speaker speaker) {
    return switch (speaker) {
      case CALLER -> "USER";
      case PARLEY -> "AI";
      case AGENT -> "AGENT";
    };
  }

  public static Speaker speaker(String sender) {
    return switch (sender) {
      case "USER" -> Speaker.CALLER;
      case "AI" -> Speaker.PARLEY;
      default -> Speaker.AGENT;
    };
  }
}
