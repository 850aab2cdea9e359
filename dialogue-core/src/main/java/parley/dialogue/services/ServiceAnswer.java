package parley.dialogue.services;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parley.dialogue.call.Spoken;

/// Reads what a flow wants out of a service's JSON; everything else in it is passed over. Pure.
final class ServiceAnswer {

  private static final int DEEPEST = 20;
  private static final int LONGEST_VALUE = 200;
  private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private ServiceAnswer() {}

  /// @throws ServiceFault when the body is not one JSON object
  static ServiceResult found(byte[] body, Set<String> fields) {
    if (fields.isEmpty()) {
      return new ServiceResult.Found(Map.of());
    }
    JsonNode root = object(body);
    Map<String, Spoken> values = new HashMap<>();
    for (String field : fields) {
      JsonNode value = root.at("/" + field.replace('.', '/'));
      if (value.isValueNode() && !value.isNull() && value.asText().length() <= LONGEST_VALUE) {
        values.put(field, new Spoken(value.asText()));
      }
    }
    return new ServiceResult.Found(values);
  }

  /// The `reason` of a refusal, if it is a plain word of ours to branch on.
  static String reason(byte[] body) {
    try {
      String reason = object(body).path("reason").asText("");
      return REASON.matcher(reason).matches() ? reason : "";
    } catch (ServiceFault _) {
      return "";
    }
  }

  private static JsonNode object(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root.isObject()) {
        return root;
      }
    } catch (IOException _) {
      // Its message quotes the body, which may hold anybody's data.
    }
    throw new ServiceFault("the answer is not a JSON object", false);
  }
}
