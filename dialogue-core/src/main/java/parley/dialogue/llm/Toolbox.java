package parley.dialogue.llm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.llm.chat.Parameter;
import parley.dialogue.llm.chat.ToolArguments;
import parley.dialogue.llm.chat.ToolCall;

/// The tools there are. Immutable; any thread.
public final class Toolbox {

  public static final String SEARCH = "search_knowledge";
  public static final String HAND_OVER = "hand_over_to_person";
  public static final String CALLBACK = "promise_callback";
  public static final String END = "end_conversation";

  private static final String FLOW = "start_";

  private final Map<String, Tool> tools;

  public Toolbox(List<Tool> tools) {
    Map<String, Tool> byName = new LinkedHashMap<>();
    for (Tool tool : tools) {
      if (byName.put(tool.name(), tool) != null) {
        throw new IllegalArgumentException("Two tools have the name " + tool.name() + ".");
      }
    }
    this.tools = Collections.unmodifiableMap(byName);
  }

  /// A flow as a model sees it.
  ///
  /// @param slots what the flow asks for; none is required, because the flow asks for what is
  ///   missing
  public record FlowOffer(String id, String description, List<Parameter> slots) {
    public FlowOffer {
      slots = List.copyOf(slots);
    }
  }

  /// The usual tools, and one for each flow.
  public static Toolbox of(List<FlowOffer> flows) {
    List<Tool> all = new ArrayList<>();
    for (FlowOffer flow : flows) {
      String name = FLOW + flow.id().replaceAll("[^A-Za-z0-9_-]", "_");
      all.add(new Tool(name, flow.description(), flow.slots(), new Purpose.StartFlow(flow.id())));
    }
    all.add(
        new Tool(
            SEARCH,
            "Search the company's knowledge when the sources given do not answer the question.",
            List.of(Parameter.text("query", "What to look for, in a few words.", true)),
            new Purpose.SearchKnowledge()));
    all.add(
        new Tool(
            HAND_OVER,
            "Propose to put the customer through to a person.",
            List.of(Parameter.text("reason", "Why, in a few words.", true)),
            new Purpose.HandOver()));
    all.add(
        new Tool(
            CALLBACK,
            "Propose that a person calls the customer back.",
            List.of(Parameter.text("reason", "What about, in a few words.", true)),
            new Purpose.PromiseCallback()));
    all.add(
        new Tool(
            END,
            "The customer has said that there is nothing more.",
            List.of(),
            new Purpose.End()));
    return new Toolbox(all);
  }

  public Optional<Tool> find(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  public List<String> names() {
    return List.copyOf(tools.keySet());
  }

  /// Those of these names that there are.
  List<Tool> offered(List<String> names) {
    return tools.values().stream().filter(tool -> names.contains(tool.name())).toList();
  }

  /// What a call means, out of those tools that were offered.
  static Reading read(ToolCall call, List<Tool> offered) {
    Optional<Tool> tool =
        offered.stream().filter(one -> one.name().equals(call.name())).findFirst();
    if (tool.isEmpty()) {
      return new Reading.Wrong(
          "There is no such tool. The tools are: "
              + String.join(", ", offered.stream().map(Tool::name).toList())
              + ".");
    }
    return switch (ToolArguments.read(tool.get().parameters(), call.arguments())) {
      case ToolArguments.Right(var values) -> new Reading.Wanted(tool.get(), values);
      case ToolArguments.Wrong(var problems) -> new Reading.Wrong(String.join(" ", problems));
    };
  }

  /// A tool call, understood or not.
  sealed interface Reading {
    record Wanted(Tool tool, Map<String, String> arguments) implements Reading {}

    /// `problem` is for the model.
    record Wrong(String problem) implements Reading {}
  }
}
