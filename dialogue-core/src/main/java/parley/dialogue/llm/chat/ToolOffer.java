package parley.dialogue.llm.chat;

import java.util.List;

/// A tool as a model is told of it.
public record ToolOffer(String name, String description, List<Parameter> parameters) {
  public ToolOffer {
    parameters = List.copyOf(parameters);
  }
}
