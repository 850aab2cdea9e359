package parley.dialogue.llm.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Requests and chunks of a stream as JSON. Pure; any thread.
final class ChatJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ChatJson() {}

  static byte[] request(String model, double temperature, int maxTokens, ChatRequest request) {
    ObjectNode all = JSON.createObjectNode();
    all.put("model", model);
    all.put("stream", true);
    all.put("temperature", temperature);
    all.put("max_tokens", maxTokens);
    ArrayNode messages = all.putArray("messages");
    request.messages().forEach(message -> message(messages.addObject(), message));
    if (!request.tools().isEmpty()) {
      ArrayNode tools = all.putArray("tools");
      request.tools().forEach(tool -> tool(tools.addObject(), tool));
    }
    try {
      return JSON.writeValueAsBytes(all);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree of JSON can always be written", impossible);
    }
  }

  private static void message(ObjectNode node, ChatMessage message) {
    switch (message) {
      case ChatMessage.Instructions(String text) -> node.put("role", "system").put("content", text);
      case ChatMessage.FromCustomer(String text) -> node.put("role", "user").put("content", text);
      case ChatMessage.FromParley(String text) ->
          node.put("role", "assistant").put("content", text);
      case ChatMessage.ToolAsked(ToolCall call) -> {
        node.put("role", "assistant").putNull("content");
        ObjectNode asked = node.putArray("tool_calls").addObject();
        asked.put("id", call.id()).put("type", "function");
        asked.putObject("function").put("name", call.name()).put("arguments", call.arguments());
      }
      case ChatMessage.ToolAnswered(String callId, String text) ->
          node.put("role", "tool").put("tool_call_id", callId).put("content", text);
    }
  }

  private static void tool(ObjectNode node, ToolOffer tool) {
    ObjectNode function = node.put("type", "function").putObject("function");
    function.put("name", tool.name()).put("description", tool.description());
    ObjectNode schema = function.putObject("parameters").put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Parameter parameter : tool.parameters()) {
      ObjectNode property = properties.putObject(parameter.name());
      property.put("type", parameter.kind().schema()).put("description", parameter.description());
      if (!parameter.allowed().isEmpty()) {
        ArrayNode allowed = property.putArray("enum");
        parameter.allowed().forEach(allowed::add);
      }
      if (parameter.required()) {
        required.add(parameter.name());
      }
    }
    schema.put("additionalProperties", false);
  }

  /// What one event of the stream carries. Chunks without a choice (usage figures) carry nothing.
  ///
  /// @throws ChatFault when it is not the protocol, or tells of a fault
  static List<ChatDelta> chunk(String data) {
    JsonNode chunk = parse(data);
    if (chunk.hasNonNull("error")) {
      throw ChatFault.passing(
          "The language model reports a fault in the middle of its answer.", null);
    }
    if (!chunk.path("choices").isArray()) {
      throw nonsense();
    }
    List<ChatDelta> deltas = new ArrayList<>();
    JsonNode choice = chunk.path("choices").path(0);
    JsonNode content = choice.path("delta").path("content");
    if (content.isTextual() && !content.asText().isEmpty()) {
      deltas.add(new ChatDelta.Text(content.asText()));
    } else if (content.isContainerNode()) {
      throw nonsense();
    }
    int position = 0;
    for (JsonNode call : choice.path("delta").path("tool_calls")) {
      deltas.add(toolPart(call, position++));
    }
    if (choice.path("finish_reason").isTextual()) {
      deltas.add(new ChatDelta.Finished(finish(choice.path("finish_reason").asText())));
    }
    return deltas;
  }

  private static JsonNode parse(String data) {
    try {
      JsonNode chunk = JSON.readTree(data);
      if (chunk.isObject()) {
        return chunk;
      }
    } catch (JsonProcessingException noJson) {
      // Its message quotes the model's words, so it goes no further.
    }
    throw nonsense();
  }

  private static ChatDelta.ToolPart toolPart(JsonNode call, int position) {
    JsonNode function = call.path("function");
    return new ChatDelta.ToolPart(
        call.path("index").asInt(position),
        call.path("id").asText(""),
        function.path("name").asText(""),
        function.path("arguments").isContainerNode()
            ? function.path("arguments").toString()
            : function.path("arguments").asText(""));
  }

  private static ChatDelta.Finish finish(String reason) {
    return switch (reason) {
      case "length" -> ChatDelta.Finish.CUT;
      case "content_filter" -> ChatDelta.Finish.FILTERED;
      default -> ChatDelta.Finish.COMPLETE;
    };
  }

  private static ChatFault nonsense() {
    return ChatFault.lasting(
        FailureReason.NONSENSE,
        "The language model's stream holds something that is no chunk of a chat completion.");
  }
}
