package parley.mail.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A language model's server that gives one answer to everything, as a stream of chat completions.
final class ChatServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// @param body of every answer
  private ChatServer(int status, String body) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  static ChatServer saying(String words) throws IOException {
    ObjectNode delta = JSON.createObjectNode();
    delta.put("content", words);
    return new ChatServer(200, stream(delta, "stop"));
  }

  static ChatServer wantingTool(String name) throws IOException {
    ObjectNode delta = JSON.createObjectNode();
    ObjectNode call = delta.putArray("tool_calls").addObject();
    call.put("index", 0).put("id", "call-1").put("type", "function");
    call.putObject("function").put("name", name).put("arguments", "{}");
    return new ChatServer(200, stream(delta, "tool_calls"));
  }

  static ChatServer failing(int status, String body) throws IOException {
    return new ChatServer(status, body);
  }

  private static String stream(ObjectNode delta, String end) {
    ObjectNode chunk = JSON.createObjectNode();
    chunk.putArray("choices").addObject().put("index", 0).set("delta", delta);
    return "data: "
        + chunk
        + "\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\""
        + end
        + "\"}]}\n\ndata: [DONE]\n\n";
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /// The bodies of requests so far.
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
