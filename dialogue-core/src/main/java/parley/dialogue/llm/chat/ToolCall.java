package parley.dialogue.llm.chat;

/// A model's wish to use a tool, as it came: nothing of it is checked. The text form hides the
/// arguments.
///
/// @param arguments JSON, or what the model takes for it
public record ToolCall(String id, String name, String arguments) {

  @Override
  public String toString() {
    return "ToolCall[" + arguments.length() + " characters of arguments]";
  }
}
