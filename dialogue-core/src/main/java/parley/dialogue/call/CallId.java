package parley.dialogue.call;

import java.util.UUID;

/// The identity of one call from ring to goodbye, in every log line, table and file name.
public record CallId(UUID value) {

  public static CallId random() {
    return new CallId(UUID.randomUUID());
  }

  public static CallId parse(String text) {
    return new CallId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
