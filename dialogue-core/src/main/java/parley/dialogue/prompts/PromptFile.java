package parley.dialogue.prompts;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;

/// Reads `config/prompts/<language>.yaml`: `prompts:` with a text or a list of wordings under each
/// key, and `rules:` with sentences of the site's own for its escalation rules.
public final class PromptFile {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
  private static final Set<String> KEYS =
      Stream.of(Prompt.values()).map(Prompt::key).collect(Collectors.toUnmodifiableSet());

  private PromptFile() {}

  public static Prompts read(Path home, Path file, Problems problems) {
    Fields top = YamlFile.read(home, file, problems);
    top.allowOnly(Set.of("prompts", "rules"));
    Map<Prompt, List<String>> wordings = new EnumMap<>(Prompt.class);
    top.below("prompts")
        .ifPresent(fields -> {
          fields.allowOnly(KEYS);
          for (Prompt prompt : Prompt.values()) {
            wordings.put(prompt, wordings(fields, prompt));
          }
        });
    Map<String, List<String>> extra = new LinkedHashMap<>();
    if (top.has("rules")) {
      top.below("rules")
          .ifPresent(
              fields -> fields.all().keySet().forEach(key -> extra.put(key, own(fields, key))));
    }
    return new Prompts(wordings, extra);
  }

  private static List<String> wordings(Fields fields, Prompt prompt) {
    List<String> texts = fields.texts(prompt.key());
    if (texts.isEmpty()) {
      fields.problem(
          fields.line(prompt.key()),
          "The prompt `" + prompt.key() + "` is missing or empty.",
          "Expected one or more wordings" + expected(prompt.placeholders()) + ".");
    }
    texts.forEach(text -> checkPlaceholders(fields, prompt.key(), prompt.placeholders(), text));
    return texts;
  }

  private static List<String> own(Fields fields, String key) {
    List<String> texts = fields.texts(key);
    if (KEYS.contains(key)) {
      fields.problem(
          fields.line(key), "`" + key + "` is a shipped prompt's key.", "Choose another key.");
    }
    texts.forEach(text -> checkPlaceholders(fields, key, List.of(), text));
    return texts;
  }

  private static void checkPlaceholders(
      Fields fields, String key, List<String> known, String text) {
    Set<String> used =
        PLACEHOLDER
            .matcher(text)
            .results()
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name : used) {
      if (!known.contains(name)) {
        fields.problem(
            fields.line(key),
            "`" + key + "` holds the unknown placeholder {" + name + "}.",
            "Expected" + (known.isEmpty() ? " no placeholder" : expected(known)) + ".");
      }
    }
    for (String name : known) {
      if (!used.contains(name)) {
        fields.problem(
            fields.line(key),
            "A wording of `" + key + "` lacks the placeholder {" + name + "}.",
            "Put {" + name + "} where it is to be said.");
      }
    }
  }

  private static String expected(List<String> placeholders) {
    return placeholders.isEmpty()
        ? ""
        : " with "
            + placeholders.stream()
                .map(name -> "{" + name + "}")
                .collect(Collectors.joining(" and "));
  }
}
