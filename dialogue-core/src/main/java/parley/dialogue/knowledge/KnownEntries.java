package parley.dialogue.knowledge;

import java.util.Optional;

/// What can be answered with, by id, as it is when it is asked. Any thread.
@FunctionalInterface
public interface KnownEntries {

  Optional<KnowledgeEntry> find(String id);
}
