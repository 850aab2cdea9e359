package parley.dialogue.documents;

import java.util.List;

/// What came of reading a file.
sealed interface Content {

  /// @param title as the file gives it, beside its headings; may be empty
  record Usable(String title, List<Block> blocks) implements Content {
    public Usable {
      blocks = List.copyOf(blocks);
    }
  }

  /// @param what one sentence
  /// @param remedy one sentence
  record Unreadable(String what, String remedy) implements Content {}
}
