package parley.dialogue.llm.chat;

/// A piece of an answer as it streams in. The text forms hide the words.
public sealed interface ChatDelta {

  record Text(String text) implements ChatDelta {
    @Override
    public String toString() {
      return "Text[" + text.length() + " characters]";
    }
  }

  /// A fragment of a tool call. Fragments with the same index belong together; what a fragment does
  /// not carry is empty.
  record ToolPart(int index, String id, String name, String arguments) implements ChatDelta {
    @Override
    public String toString() {
      return "ToolPart[" + index + "]";
    }
  }

  /// Nothing more comes.
  record Finished(Finish how) implements ChatDelta {}

  /// How an answer ended.
  enum Finish {
    COMPLETE,
    /// At the most tokens that were asked for.
    CUT,
    /// By the provider's filter.
    FILTERED
  }
}
