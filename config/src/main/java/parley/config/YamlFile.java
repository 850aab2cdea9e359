package parley.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the YAML file into flat names (`asterisk.http-port`, `agents[0].id`), each with its line.
final class YamlFile {

  private final String name;
  private final List<String> problems;
  private final Map<String, Found> values = new LinkedHashMap<>();

  private YamlFile(String name, List<String> problems) {
    this.name = name;
    this.problems = problems;
  }

  /// What the file holds. What cannot be read is added to `problems`.
  static Map<String, Found> read(Path file, String name, List<String> problems) {
    YamlFile yaml = new YamlFile(name, problems);
    try (YAMLParser parser = new YAMLFactory().createParser(Files.readString(file))) {
      if (parser.nextToken() != null) {
        yaml.top(parser);
      }
      if (parser.nextToken() != null) {
        problems.add(yaml.at(parser) + " begins a second document (---); only one is read.");
      }
    } catch (JacksonException broken) {
      int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
      problems.add(
          "%s:%d is not YAML: %s; check its indentation, colons and quotes."
              .formatted(name, line, firstLine(broken.getOriginalMessage())));
    } catch (IOException unreadable) {
      problems.add(
          "%s cannot be read (%s); it has to be UTF-8 text that Parley's user may read."
              .formatted(name, unreadable.getClass().getSimpleName()));
    }
    return yaml.values;
  }

  private void top(YAMLParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      mapping(parser, "");
    } else {
      problems.add(at(parser) + " has to begin with a section such as site: and not with a value.");
    }
  }

  private void mapping(YAMLParser parser, String path) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
      String source = at(parser);
      parser.nextToken();
      value(parser, key, source);
    }
  }

  private void value(YAMLParser parser, String key, String source) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, key);
      case START_ARRAY -> sequence(parser, key, source);
      default -> put(key, new Found(scalar(parser), false, source));
    }
  }

  private void sequence(YAMLParser parser, String key, String source) throws IOException {
    List<String> items = new ArrayList<>();
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isStructStart()) {
        value(parser, key + "[" + index + "]", at(parser));
      } else {
        String item = scalar(parser);
        items.add(item == null ? "" : item);
      }
      index++;
    }
    if (!items.isEmpty() || index == 0) {
      put(key, new Found(items.isEmpty() ? null : String.join(",", items), true, source));
    }
  }

  private @Nullable String scalar(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText().strip();
  }

  private void put(String key, Found found) {
    Found first = values.putIfAbsent(key, found);
    if (first != null) {
      problems.add(
          "%s (%s) is written twice, first at %s; remove one of them."
              .formatted(key, found.source(), first.source()));
    }
  }

  private String at(JsonParser parser) {
    return name + ":" + parser.currentTokenLocation().getLineNr();
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "no reason given" : text.lines().findFirst().orElse("").strip();
  }
}
