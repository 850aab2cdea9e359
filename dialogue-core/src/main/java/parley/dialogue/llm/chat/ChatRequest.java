package parley.dialogue.llm.chat;

import java.util.List;
import java.util.stream.Stream;

/// What a model is asked.
public record ChatRequest(List<ChatMessage> messages, List<ToolOffer> tools) {
  public ChatRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /// The same, going on with these messages.
  public ChatRequest then(ChatMessage... more) {
    return new ChatRequest(Stream.concat(messages.stream(), Stream.of(more)).toList(), tools);
  }
}
