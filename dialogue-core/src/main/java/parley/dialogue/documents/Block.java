package parley.dialogue.documents;

/// A piece of a document as its format marks it, in the order of reading. Its text is one line.
sealed interface Block {

  String text();

  /// @param level 1 is the document's own
  record Heading(int level, String text) implements Block {}

  record Paragraph(String text) implements Block {}

  /// One line of a list.
  record Item(String text) implements Block {}

  /// One row of a table, commas between its cells.
  record Row(String text) implements Block {}
}
