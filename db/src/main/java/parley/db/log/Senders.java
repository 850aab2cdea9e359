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
}
