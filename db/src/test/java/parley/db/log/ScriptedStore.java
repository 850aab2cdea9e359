package parley.db.log;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import parley.dialogue.log.LogEntry;

/// A store in memory that can be away or refuse. Like the real one, it takes each id once.
final class ScriptedStore implements EntryStore {

  final List<LogEntry> kept = new CopyOnWriteArrayList<>();
  private final Set<UUID> ids = ConcurrentHashMap.newKeySet();
  private volatile Function<LogEntry, Stored> script = _ -> Stored.KEPT;

  void answer(Function<LogEntry, Stored> answers) {
    script = answers;
  }

  void goAway() {
    answer(_ -> new Away("scripted"));
  }

  void comeBack() {
    answer(_ -> Stored.KEPT);
  }

  @Override
  public Stored store(LogEntry entry) {
    Stored stored = script.apply(entry);
    if (stored instanceof Kept && ids.add(entry.id())) {
      kept.add(entry);
    }
    return stored;
  }
}
