package parley.dialogue.llm.chat;

/// One message of a chat. Its text form hides the words.
public sealed interface ChatMessage {

  /// What the model is to do: our own words only.
  record Instructions(String text) implements ChatMessage {
    @Override
    public String toString() {
      return hidden("instructions", text);
    }
  }

  /// What a customer wrote or said, and what was found for it.
  record FromCustomer(String text) implements ChatMessage {
    @Override
    public String toString() {
      return hidden("customer", text);
    }
  }

  /// What Parley has answered.
  record FromParley(String text) implements ChatMessage {
    @Override
    public String toString() {
      return hidden("parley", text);
    }
  }

  /// A tool that the model asked for.
  record ToolAsked(ToolCall call) implements ChatMessage {}

  /// What came of it.
  record ToolAnswered(String callId, String text) implements ChatMessage {
    @Override
    public String toString() {
      return hidden("tool", text);
    }
  }

  private static String hidden(String who, String text) {
    return who + "[" + text.length() + " characters]";
  }
}
