package parley.server.knowledge;

import java.nio.file.Path;
import java.util.List;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.KnowledgeFiles;
import parley.server.command.CommandFault;

/// The site's entries, for commands.
final class KnowledgeFolder {

  private KnowledgeFolder() {}

  static Path of(Path home) {
    return home.resolve("config/knowledge");
  }

  /// @throws CommandFault listing every problem
  static KnowledgeFiles.Placed read(Path home) {
    Problems problems = new Problems();
    KnowledgeFiles.Placed placed = KnowledgeFiles.placed(home, of(home), problems);
    try {
      problems.throwIfAny();
    } catch (BadFilesException e) {
      throw new CommandFault(String.valueOf(e.getMessage()), e);
    }
    return placed;
  }

  /// @throws CommandFault when there is none, naming the nearest
  static KnowledgeEntry entry(KnowledgeBase base, String id) {
    return base.find(id)
        .orElseThrow(() -> {
          List<String> ids = base.entries().stream().map(KnowledgeEntry::id).toList();
          return new CommandFault(
              "There is no entry `"
                  + id
                  + "` in config/knowledge; did you mean "
                  + Fields.near(id, ids));
        });
  }
}
