package parley.db.log;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One line of `rejected.jsonl`: what was not taken, as text because it may be no JSON, and why.
final class RejectedLine {

  private static final JsonMapper JSON = new JsonMapper();

  private RejectedLine() {}

  static String of(String reason, String line) {
    ObjectNode node = JSON.createObjectNode();
    node.put("reason", reason);
    node.put("entry", line);
    return node + "\n";
  }
}
