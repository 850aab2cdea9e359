package parley.db.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jooq.JSONB;

/// The details of an audit entry as JSON.
final class DetailsJson {

  private static final JsonMapper JSON = new JsonMapper();

  private DetailsJson() {}

  static JSONB write(Map<String, String> details) {
    try {
      return JSONB.valueOf(JSON.writeValueAsString(details));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Text is always writable as JSON", e);
    }
  }

  static Map<String, String> read(JSONB details) {
    try {
      return JSON.readValue(details.data(), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The audit's details are not what was written there", e);
    }
  }
}
