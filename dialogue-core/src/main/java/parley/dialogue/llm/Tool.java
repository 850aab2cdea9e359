package parley.dialogue.llm;

import java.util.List;
import java.util.regex.Pattern;
import parley.dialogue.llm.chat.Parameter;
import parley.dialogue.llm.chat.ToolOffer;

/// Something that a model may propose.
///
/// @param description for the model: when to use it
public record Tool(String name, String description, List<Parameter> parameters, Purpose purpose) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public Tool {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A tool's name is 1 to 64 letters, digits, - and _: " + name);
    }
    parameters = List.copyOf(parameters);
  }

  ToolOffer offer() {
    return new ToolOffer(name, description, parameters);
  }
}
