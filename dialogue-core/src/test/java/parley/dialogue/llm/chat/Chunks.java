package parley.dialogue.llm.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Chunks of a chat completion as servers send them.
public final class Chunks {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Chunks() {}

  public static String text(String text) {
    ObjectNode chunk = JSON.createObjectNode().put("object", "chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put("content", text);
    choice.putNull("finish_reason");
    return chunk.toString();
  }

  public static String finish(String reason) {
    return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
  }

  /// A fragment of a tool call; id and name are left out when empty.
  public static String tool(int index, String id, String name, String arguments) {
    ObjectNode chunk = JSON.createObjectNode();
    ObjectNode delta = chunk.putArray("choices").addObject().putObject("delta");
    ObjectNode call = delta.putArray("tool_calls").addObject().put("index", index);
    if (!id.isEmpty()) {
      call.put("id", id).put("type", "function");
    }
    ObjectNode function = call.putObject("function");
    if (!name.isEmpty()) {
      function.put("name", name);
    }
    function.put("arguments", arguments);
    return chunk.toString();
  }
}
