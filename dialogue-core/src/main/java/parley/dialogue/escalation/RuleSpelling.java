package parley.dialogue.escalation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Node;
import parley.dialogue.files.Problems;

/// The two spellings of a rule. The support API, and with it JSON, says `rule_name`, `condition`,
/// `action` and joins words by underscores; the YAML file says `id`, `when`, `then` and joins by
/// dashes. Every file may use either. Here the first becomes the second, so that there is one
/// reader and one meaning.
final class RuleSpelling {

  private static final Map<String, String> NAMES =
      Map.of("rule_name", "id", "condition", "when", "action", "then");

  private RuleSpelling() {}

  /// The rule with the file's keys.
  static Fields ofFile(Fields rule, Problems problems) {
    Map<String, Node> fields = new LinkedHashMap<>();
    rule.all().forEach((key, value) -> put(fields, rule, NAMES.getOrDefault(key, key), value));
    return new Fields(rule.file(), new Node.Mapping(rule.line(), fields), problems);
  }

  private static void put(Map<String, Node> fields, Fields rule, String key, Node value) {
    boolean below = key.equals("when") || key.equals("then");
    if (fields.putIfAbsent(key, below ? dashed(value) : value) != null) {
      rule.problem(value.line(), "The rule has `" + key + "` in both spellings.", "Keep one.");
    }
  }

  private static Node dashed(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar;
      case Node.Sequence(int line, List<Node> items) ->
          new Node.Sequence(line, items.stream().map(RuleSpelling::dashed).toList());
      case Node.Mapping(int line, Map<String, Node> fields) -> {
        Map<String, Node> all = new LinkedHashMap<>();
        fields.forEach((key, value) -> all.putIfAbsent(ofFile(key), dashed(value)));
        yield new Node.Mapping(line, all);
      }
    };
  }

  private static String ofFile(String key) {
    return key.replace('_', '-');
  }

  /// A key of the file as JSON spells it.
  static String ofJson(String key) {
    return key.replace('-', '_');
  }
}
