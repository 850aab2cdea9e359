package parley.dialogue.documents;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What came of reading a file.
sealed interface Content {

  /// @param title as the file gives it, beside its headings; may be empty
  /// @param page where the file says that it can be read
  record Usable(String title, List<Block> blocks, Optional<URI> page) implements Content {
    public Usable {
      blocks = List.copyOf(blocks);
    }

    /// A file that says nothing of pages.
    Usable(String title, List<Block> blocks) {
      this(title, blocks, Optional.empty());
    }

    Usable at(Optional<URI> where) {
      return new Usable(title, blocks, where);
    }
  }

  /// @param what one sentence
  /// @param remedy one sentence
  record Unreadable(String what, String remedy) implements Content {}
}
