package parley.dialogue.log;

/// Keeps what happened in conversations. Port: `db` implements it over PostgreSQL with a disk spool
/// in front.
///
/// Thread: any; entries of one call must come from one thread at a time, so that their order is
/// theirs.
public interface ConversationLog {

  /// Keeps an entry durably before it returns, in the database or, while that is away, on disk.
  /// Does not throw for an absent database; an [java.io.UncheckedIOException] means that neither
  /// place could be written.
  void write(LogEntry entry);
}
