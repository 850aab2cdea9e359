package parley.dialogue.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One YAML file, or a JSON one by its ending, read into [Node]s. Problems go to the collector and
/// reading goes on where it can, so that one start-up shows them all. `name` is the file as
/// messages name it, relative to the checkout.
public final class YamlFile {

  private static final JsonFactory YAML = new YAMLFactory();
  private static final JsonFactory JSON = new JsonFactory();
  private static final int DEEPEST = 20;

  private final String name;
  private final Problems problems;

  private YamlFile(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /// The file's top mapping with checks against its content, or an empty one after a problem.
  public static Fields read(Path home, Path file, Problems problems) {
    String name = name(home, file);
    Node root = new YamlFile(name, problems).parse(file);
    return switch (root) {
      case Node.Mapping mapping -> new Fields(name, mapping, problems);
      case Node other -> {
        if (!(other instanceof Node.Scalar scalar && scalar.line() < 0)) {
          problems.add(
              name,
              Math.max(1, other.line()),
              "The file holds " + other.kind() + " at its top.",
              "Expected `key: value` lines; see the file's shipped version.");
        }
        yield new Fields(name, new Node.Mapping(1, Map.of()), problems, true);
      }
    };
  }

  /// The file as messages name it.
  public static String name(Path home, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = home.toAbsolutePath().normalize();
    return absolute.startsWith(base)
        ? base.relativize(absolute).toString()
        : absolute.getFileName().toString();
  }

  private static JsonFactory language(Path file) {
    return kind(file).equals("JSON") ? JSON : YAML;
  }

  private static String kind(Path file) {
    return file.toString().endsWith(".json") ? "JSON" : "YAML";
  }

  /// A scalar at line -1 says that a problem was already told.
  private Node parse(Path file) {
    try {
      return switch (Utf8Text.of(Files.readAllBytes(file))) {
        case Utf8Text.Text(String text) -> parse(file, text);
        case Utf8Text.NoText none -> {
          problems.add(name, none.line(), none.what(), Utf8Text.REMEDY + ".");
          yield new Node.Scalar(-1, "");
        }
      };
    } catch (IOException e) {
      problems.add(
          name,
          0,
          "The file cannot be read (" + e.getClass().getSimpleName() + ").",
          "Put it back.");
      return new Node.Scalar(-1, "");
    }
  }

  private Node parse(Path file, String text) throws IOException {
    try (JsonParser parser = language(file).createParser(text)) {
      JsonToken first = parser.nextToken();
      return first == null ? new Node.Scalar(1, "") : node(parser, first, 0);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
      problems.add(
          name,
          line,
          "This is no " + kind(file) + ": " + reason + ".",
          "Mend the line or its indent.");
      return new Node.Scalar(-1, "");
    }
  }

  private Node node(JsonParser parser, JsonToken token, int depth) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    if (depth > DEEPEST) {
      problems.add(name, line, "The nesting is too deep.", "Expected a few levels.");
      parser.skipChildren();
      return new Node.Scalar(line, "");
    }
    return switch (token) {
      case START_OBJECT -> mapping(parser, line, depth);
      case START_ARRAY -> sequence(parser, line, depth);
      case VALUE_NULL -> new Node.Scalar(line, "");
      default -> new Node.Scalar(line, parser.getText().strip());
    };
  }

  private Node mapping(JsonParser parser, int line, int depth) throws IOException {
    Map<String, Node> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int keyLine = parser.currentTokenLocation().getLineNr();
      Node value = node(parser, parser.nextToken(), depth + 1);
      if (fields.putIfAbsent(key, value) != null) {
        problems.add(
            name, keyLine, "The key `" + key + "` is there twice.", "Keep one of the two.");
      }
    }
    return new Node.Mapping(line, fields);
  }

  private Node sequence(JsonParser parser, int line, int depth) throws IOException {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      items.add(node(parser, token, depth + 1));
    }
    return new Node.Sequence(line, items);
  }
}
