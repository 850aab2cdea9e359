package parley.dialogue.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of a YAML file that remembers its line.
public sealed interface Node {

  int line();

  /// A plain value, as text. A YAML null is an empty text.
  record Scalar(int line, String text) implements Node {}

  /// A list.
  record Sequence(int line, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// A mapping, in the order of the file.
  record Mapping(int line, Map<String, Node> fields) implements Node {
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /// How an error message calls this kind of node.
  default String kind() {
    return switch (this) {
      case Scalar(_, String text) -> text.isEmpty() ? "nothing" : "a value";
      case Sequence _ -> "a list";
      case Mapping _ -> "a mapping (key: value lines)";
    };
  }
}
