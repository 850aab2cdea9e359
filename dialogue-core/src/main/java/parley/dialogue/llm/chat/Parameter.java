package parley.dialogue.llm.chat;

import java.util.List;
import java.util.regex.Pattern;

/// One argument of a tool.
///
/// @param allowed the only values that a text may have, empty for any
public record Parameter(
    String name, Kind kind, String description, boolean required, List<String> allowed) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  /// What an argument is, by the name that JSON Schema has for it.
  public enum Kind {
    TEXT("string"),
    WHOLE("integer"),
    NUMBER("number"),
    YES_NO("boolean");

    private final String schema;

    Kind(String schema) {
      this.schema = schema;
    }

    String schema() {
      return schema;
    }
  }

  public Parameter {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A parameter's name is 1 to 64 letters, digits, - and _, starting with a letter: "
              + name);
    }
    allowed = List.copyOf(allowed);
  }

  public static Parameter text(String name, String description, boolean required) {
    return new Parameter(name, Kind.TEXT, description, required, List.of());
  }
}
