package parley.dialogue.llm.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The arguments of a tool call, checked against the tool's parameters.
public sealed interface ToolArguments {

  /// As the tool wants them, in its order, numbers and yes/no as text.
  record Right(Map<String, String> values) implements ToolArguments {
    public Right {
      values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String toString() {
      return "Right" + values.keySet();
    }
  }

  /// Not as the tool wants them. The problems are told to the model; they quote none of its values.
  record Wrong(List<String> problems) implements ToolArguments {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }

  int LONGEST_TEXT = 500;

  ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /// Reads JSON. Nothing at all counts as no arguments: models leave `{}` out.
  static ToolArguments read(List<Parameter> parameters, String json) {
    JsonNode given = object(json);
    if (!given.isObject()) {
      return new Wrong(List.of("The arguments are not a JSON object."));
    }
    List<String> problems = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      JsonNode value = given.path(parameter.name());
      if (value.isMissingNode() || value.isNull()) {
        if (parameter.required()) {
          problems.add(parameter.name() + " is missing.");
        }
      } else if (fits(parameter, value)) {
        values.put(parameter.name(), value.asText().strip());
      } else {
        problems.add(parameter.name() + " has to be " + wanted(parameter) + ".");
      }
    }
    if (given.properties().stream()
        .anyMatch(field -> parameters.stream().noneMatch(p -> p.name().equals(field.getKey())))) {
      problems.add("Only these arguments are allowed: " + names(parameters) + ".");
    }
    return problems.isEmpty() ? new Right(values) : new Wrong(problems);
  }

  private static JsonNode object(String json) {
    if (json.isBlank()) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }

  private static boolean fits(Parameter parameter, JsonNode value) {
    return switch (parameter.kind()) {
      case TEXT ->
          value.isTextual()
              && !value.asText().isBlank()
              && value.asText().length() <= LONGEST_TEXT
              && (parameter.allowed().isEmpty() || parameter.allowed().contains(value.asText()));
      case WHOLE -> value.isIntegralNumber() && value.canConvertToLong();
      case NUMBER -> value.isNumber();
      case YES_NO -> value.isBoolean();
    };
  }

  private static String wanted(Parameter parameter) {
    return switch (parameter.kind()) {
      case TEXT ->
          parameter.allowed().isEmpty()
              ? "a text of 1 to " + LONGEST_TEXT + " characters"
              : "one of " + String.join(", ", parameter.allowed());
      case WHOLE -> "a whole number";
      case NUMBER -> "a number";
      case YES_NO -> "true or false";
    };
  }

  private static String names(List<Parameter> parameters) {
    return parameters.isEmpty()
        ? "none"
        : parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }
}
