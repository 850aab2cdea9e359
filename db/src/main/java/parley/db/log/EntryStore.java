package parley.db.log;

import parley.dialogue.log.LogEntry;

/// Keeps entries in a place that may be away. Writing an entry again changes nothing. Thread: any.
interface EntryStore {

  Stored store(LogEntry entry);

  /// What became of an entry.
  sealed interface Stored {
    Stored KEPT = new Kept();
  }

  /// It is durable.
  record Kept() implements Stored {}

  /// The place cannot be reached or does not work now: the entry may or may not be there. Try again
  /// later.
  record Away(String reason) implements Stored {}

  /// The place works but will never take this entry. `reason` holds nothing of the entry's words.
  record Rejected(String reason) implements Stored {}
}
