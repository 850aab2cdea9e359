package parley.dialogue.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All knowledge entries, in the order of their files. Ids are unique. Immutable; any thread.
public final class KnowledgeBase {

  private final List<KnowledgeEntry> entries;
  private final Map<String, KnowledgeEntry> byId;

  public KnowledgeBase(List<KnowledgeEntry> entries) {
    this.entries = List.copyOf(entries);
    this.byId =
        entries.stream()
            .collect(Collectors.toUnmodifiableMap(KnowledgeEntry::id, Function.identity()));
  }

  public List<KnowledgeEntry> entries() {
    return entries;
  }

  public Optional<KnowledgeEntry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Every question in every wording, for the recognizer's hint and for turn-taking.
  public List<String> questions() {
    return entries.stream().flatMap(KnowledgeEntry::variants).toList();
  }

  public List<String> answers() {
    return entries.stream().map(KnowledgeEntry::answer).toList();
  }
}
