package parley.dialogue.intents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.words.Words;

/// Reads `config/intents.yaml`. Thread: the one that loads.
public final class IntentFile {
  private static final Set<String> TOP_KEYS = Set.of("intents", "none");
  private static final Set<String> KEYS = Set.of("id", "flow", "command", "knowledge", "examples");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int FEWEST_EXAMPLES = 3;

  /// What intents may name.
  ///
  /// @param flows empty where they could not be read, which has been told already
  /// @param wordings of each entry of the knowledge
  public record Targets(
      Optional<Set<String>> flows, Set<String> commands, Map<String, List<String>> wordings) {
    public Targets {
      flows = flows.map(Set::copyOf);
      commands = Set.copyOf(commands);
      wordings = Map.copyOf(wordings);
    }
  }

  /// What the file holds.
  ///
  /// @param examples of all intents, and of what is none of them
  public record Content(List<Intent> intents, List<Example> examples) {
    public Content {
      intents = List.copyOf(intents);
      examples = List.copyOf(examples);
    }

    /// What people say who want one of the intents.
    public List<String> phrases() {
      return intents.stream().flatMap(intent -> intent.examples().stream()).toList();
    }

    public Set<String> ids() {
      return intents.stream().map(Intent::id).collect(Collectors.toUnmodifiableSet());
    }
  }

  private final Targets targets;
  private final List<Intent> intents = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private final Map<String, String> owners = new HashMap<>();

  private IntentFile(Targets targets) {
    this.targets = targets;
  }

  /// The intents, with the wordings of the knowledge entries that no intent names as examples of
  /// none. A site without the file has no intents.
  public static Content read(Path home, Path file, Targets targets, Problems problems) {
    if (!Files.exists(file)) {
      return new Content(List.of(), List.of());
    }
    Fields top = YamlFile.read(home, file, problems);
    top.allowOnly(TOP_KEYS);
    IntentFile reading = new IntentFile(targets);
    top.list("intents").forEach(reading::intent);
    top.texts("none").forEach(text -> reading.examples.add(new Example(text, Example.NONE)));
    reading.restOfKnowledge();
    if (reading.intents.size() == 1) {
      top.problem(
          top.line("intents"), "There is one intent.", "Expected two at least, to be told apart.");
    }
    return new Content(reading.intents, reading.examples);
  }

  private void intent(Fields fields) {
    fields.allowOnly(KEYS);
    String id = fields.text("id");
    Intent.Kind kind = kind(fields);
    String target =
        switch (kind) {
          case FLOW ->
              known(fields, "flow", targets.flows().orElseGet(() -> Set.of(fields.text("flow"))));
          case COMMAND -> known(fields, "command", targets.commands());
          case NOTED -> "";
        };
    List<String> texts = new ArrayList<>(fields.texts("examples"));
    check(fields, id, texts);
    for (String entry : fields.texts("knowledge")) {
      List<String> wordings = targets.wordings().get(entry);
      if (wordings == null) {
        fields.problem(
            fields.line("knowledge"),
            "There is no entry `" + entry + "` in the knowledge.",
            "Expected " + Fields.near(entry, targets.wordings().keySet()));
      } else {
        texts.addAll(wordings);
      }
    }
    texts.forEach(text -> add(fields, id, text));
    if (!id.isEmpty() && !texts.isEmpty() && (kind == Intent.Kind.NOTED || !target.isEmpty())) {
      intents.add(new Intent(id, kind, target, fields.texts("knowledge"), texts));
    }
  }

  private static Intent.Kind kind(Fields fields) {
    if (fields.has("flow") && fields.has("command")) {
      fields.problem(
          fields.line("command"),
          "The intent has a flow and a command.",
          "Expected one of them: take the other line out.");
    }
    if (fields.has("flow")) {
      return Intent.Kind.FLOW;
    }
    return fields.has("command") ? Intent.Kind.COMMAND : Intent.Kind.NOTED;
  }

  private static String known(Fields fields, String key, Set<String> known) {
    String name = fields.text(key);
    if (!name.isEmpty() && !known.contains(name)) {
      fields.problem(
          fields.line(key),
          "There is no " + key + " `" + name + "`.",
          "Expected " + Fields.near(name, known));
    }
    return name;
  }

  private void check(Fields fields, String id, List<String> texts) {
    if (!id.isEmpty() && (!ID.matcher(id).matches() || id.equals(Example.NONE))) {
      fields.problem(
          fields.line("id"),
          "The id `" + id + "` is not usable.",
          "Expected lower-case words joined by dashes, such as `order-status`.");
    }
    if (intents.stream().anyMatch(other -> other.id().equals(id))) {
      fields.problem(
          fields.line("id"), "The id `" + id + "` is there twice.", "Rename one of the two.");
    }
    if (texts.size() < FEWEST_EXAMPLES) {
      fields.problem(
          fields.line("examples"),
          "The intent has " + texts.size() + " examples.",
          "Expected " + FEWEST_EXAMPLES + " at least; ten are enough.");
    }
  }

  private void add(Fields fields, String id, String text) {
    String plain = Words.of(text).text();
    String owner = owners.putIfAbsent(plain, id);
    if (owner == null) {
      examples.add(new Example(text, id));
    } else if (!owner.equals(id)) {
      fields.problem(
          fields.line("examples"),
          "`" + id + "` and `" + owner + "` both have the example \"" + plain + "\".",
          "An example belongs to one intent.");
    }
  }

  private void restOfKnowledge() {
    targets.wordings().values().stream()
        .flatMap(List::stream)
        .sorted() // examples in the same order give the same classifier
        .filter(wording -> owners.putIfAbsent(Words.of(wording).text(), Example.NONE) == null)
        .forEach(wording -> examples.add(new Example(wording, Example.NONE)));
  }
}
