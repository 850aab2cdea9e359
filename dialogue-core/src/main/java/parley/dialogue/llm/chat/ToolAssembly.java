package parley.dialogue.llm.chat;

import java.util.Optional;

/// Puts a tool call together from its fragments. A model that asks for several tools at once gets
/// the first: each needs the customer's yes anyway. Thread: one.
public final class ToolAssembly {

  private static final int LONGEST = 1 << 14;

  private final StringBuilder id = new StringBuilder();
  private final StringBuilder name = new StringBuilder();
  private final StringBuilder arguments = new StringBuilder();
  private int index = -1;

  /// @throws ChatFault when the call is longer than any tool needs
  public void add(ChatDelta.ToolPart part) {
    boolean another = !id.isEmpty() && !part.id().isEmpty() && !part.id().contentEquals(id);
    if (another || (index >= 0 && part.index() != index)) {
      return;
    }
    index = part.index();
    if (id.isEmpty()) {
      id.append(part.id());
    }
    // Some servers repeat the name with every fragment.
    if (!part.name().contentEquals(name)) {
      name.append(part.name());
    }
    arguments.append(part.arguments());
    if (name.length() + arguments.length() > LONGEST) {
      throw ChatFault.lasting(
          FailureReason.NONSENSE, "The language model asked for a tool with endless arguments.");
    }
  }

  /// The call, nothing when no fragment came.
  public Optional<ToolCall> call() {
    return index < 0
        ? Optional.empty()
        : Optional.of(
            new ToolCall(
                id.isEmpty() ? "call-" + index : id.toString(),
                name.toString(),
                arguments.toString()));
  }
}
