package parley.dialogue.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import parley.dialogue.files.Problem;
import parley.dialogue.files.Problems;
import parley.dialogue.files.Stamps;

/// The knowledge as it is now: it can be read again, entries can be switched off, and days go by,
/// all without a restart. Between two changes the same words find the same. Searching: any thread;
/// a search that has begun ends on what it began with. Changing: any thread, one at a time.
public final class LiveKnowledge implements KnowledgeSearch {

  /// @param stamp when each file was last written, and how long it is
  private record Snapshot(
      KnowledgeBase base, KnowledgeIndex index, Filter filter, Map<Path, String> stamp) {}

  /// What came of looking at the files again.
  public sealed interface Outcome {
    record Unchanged() implements Outcome {}

    /// @param entries how many there are now
    record Changed(int entries) implements Outcome {}

    /// Nothing changed, because the files are broken.
    record Broken(List<Problem> problems) implements Outcome {
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  private final Path home;
  private final Path folder;
  private final Optional<Semantics> semantics;
  private volatile Snapshot now;

  private LiveKnowledge(Path home, Path folder, KnowledgeBase base, Optional<Semantics> semantics) {
    this.home = home;
    this.folder = folder;
    this.semantics = semantics;
    this.now = new Snapshot(base, new KnowledgeIndex(base, semantics), Filter.NONE, stamp(folder));
  }

  /// @param base what was just read from the folder
  public static LiveKnowledge of(
      Path home, Path folder, KnowledgeBase base, Optional<Semantics> semantics) {
    return new LiveKnowledge(home, folder, base, semantics);
  }

  @Override
  public List<Candidate> search(String words, int limit) {
    Snapshot current = now;
    return current.index().search(words, limit, current.filter());
  }

  /// In one language: entries of others are not found.
  public KnowledgeSearch in(String language) {
    return (words, limit) -> {
      Snapshot current = now;
      return current.index().search(words, limit, current.filter().in(language));
    };
  }

  /// The entries as they are now, those that are switched off too.
  public KnowledgeBase base() {
    return now.base();
  }

  public KnowledgeIndex index() {
    return now.index();
  }

  /// From now on only entries that hold on this day are found.
  public synchronized void today(LocalDate day) {
    Snapshot old = now;
    if (!old.filter().day().equals(Optional.of(day))) {
      now = new Snapshot(old.base(), old.index(), old.filter().on(day), old.stamp());
    }
  }

  /// The entry is not found any more, until it is switched on. What is to last is in the [OffList].
  ///
  /// @return whether there is such an entry
  public boolean switchOff(String id) {
    return switched(id, true);
  }

  /// @return whether there is such an entry
  public boolean switchOn(String id) {
    return switched(id, false);
  }

  private synchronized boolean switched(String id, boolean off) {
    Snapshot old = now;
    Set<String> ids = new TreeSet<>(old.filter().off());
    boolean _ = off ? ids.add(id) : ids.remove(id);
    now = new Snapshot(old.base(), old.index(), old.filter().without(ids), old.stamp());
    return old.base().find(id).isPresent();
  }

  /// Ids of the entries that are switched off.
  public Set<String> off() {
    return now.filter().off();
  }

  /// Reads the files again if any of them changed; broken files change nothing.
  public synchronized Outcome refresh() {
    Map<Path, String> stamp = stamp(folder);
    Snapshot old = now;
    if (stamp.equals(old.stamp())) {
      return new Outcome.Unchanged();
    }
    Problems problems = new Problems();
    KnowledgeBase base = KnowledgeFiles.read(home, folder, problems);
    if (!problems.isEmpty()) {
      now = new Snapshot(old.base(), old.index(), old.filter(), stamp);
      return new Outcome.Broken(problems.sorted());
    }
    now = new Snapshot(base, new KnowledgeIndex(base, semantics), old.filter(), stamp);
    return new Outcome.Changed(base.entries().size());
  }

  private static Map<Path, String> stamp(Path folder) {
    return Stamps.of(() -> {
      try (Stream<Path> files = Files.list(folder)) {
        return files.filter(path -> path.toString().endsWith(".yaml")).toList();
      }
    });
  }
}
