package parley.dialogue.escalation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.call.Priority;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.prompts.Prompts;

/// Reads `config/escalation-rules.yaml`, or `.json`, checked against the knowledge, commands,
/// intents and prompts that it names. JSON is YAML too; for its other names see [RuleSpelling].
public final class RuleFile {

  private static final Set<String> KEYS = Set.of("id", "priority", "active", "when", "then");
  private static final Set<String> ACTION_KEYS =
      Set.of("queue", "skill", "priority", "say", "answer-first");
  private static final Set<String> PRIORITIES =
      Stream.of(Priority.values()).map(Priority::name).collect(Collectors.toUnmodifiableSet());
  private static final int LOWEST_ORDER = 10_000;

  private final ConditionReader conditions;
  private final List<Prompts> prompts;
  private final Problems problems;
  private final Map<String, Integer> lines = new HashMap<>();

  private RuleFile(ConditionReader conditions, List<Prompts> prompts, Problems problems) {
    this.conditions = conditions;
    this.prompts = prompts;
    this.problems = problems;
  }

  /// The site's file: of the two forms, the one that is there. Both is a problem.
  public static Path in(Path home, Path config, Problems problems) {
    Path yaml = config.resolve("escalation-rules.yaml");
    Path json = config.resolve("escalation-rules.json");
    if (Files.exists(yaml) && Files.exists(json)) {
      problems.add(
          YamlFile.name(home, json),
          0,
          "There are rules in escalation-rules.yaml, too.",
          "Keep one of the two files.");
    }
    return Files.exists(json) ? json : yaml;
  }

  /// `prompts`: those of every language, because a rule's sentence is needed in each.
  public static Rules read(
      Path home,
      Path file,
      KnowledgeBase knowledge,
      Set<String> commands,
      Set<String> intents,
      List<Prompts> prompts,
      Problems problems) {
    Fields top = YamlFile.read(home, file, problems);
    top.allowOnly(Set.of("rules"));
    RuleFile reader =
        new RuleFile(new ConditionReader(knowledge, commands, intents), prompts, problems);
    List<Rule> rules = new ArrayList<>();
    for (Fields fields : top.list("rules")) {
      reader.rule(fields).ifPresent(rules::add);
    }
    return new Rules(rules);
  }

  private Optional<Rule> rule(Fields written) {
    Fields fields = RuleSpelling.ofFile(written, problems);
    fields.allowOnly(KEYS);
    String id = fields.text("id");
    int order = fields.number("priority", 1, LOWEST_ORDER);
    boolean active = fields.flag("active", true);
    Optional<Condition> condition = fields.below("when").map(conditions::read);
    Optional<Fields> then = fields.below("then");
    Integer other = lines.putIfAbsent(id, fields.line("id"));
    if (other != null && !id.isEmpty()) {
      fields.problem(
          fields.line("id"),
          "The rule `" + id + "` is also at line " + other + ".",
          "Ids are unique: rename one.");
    }
    if (condition.isEmpty() || then.isEmpty()) {
      return Optional.empty();
    }
    Fields action = then.get();
    action.allowOnly(ACTION_KEYS);
    return Optional.of(
        new Rule(
            id,
            order,
            active,
            condition.get(),
            action.optionalText("queue").orElse(""),
            action.optionalText("skill").orElse(""),
            priority(action),
            say(action),
            action.flag("answer-first", false)));
  }

  private static Priority priority(Fields action) {
    String name = action.optionalText("priority").orElse(Priority.MEDIUM.name());
    if (PRIORITIES.contains(name)) {
      return Priority.valueOf(name);
    }
    action.problem(
        action.line("priority"),
        "`priority` is `" + name + "`.",
        "Expected LOW, MEDIUM, HIGH or URGENT.");
    return Priority.MEDIUM;
  }

  private String say(Fields action) {
    Optional<String> say = action.optionalText("say");
    if (say.isPresent() && !prompts.stream().allMatch(texts -> texts.sayable(say.get()))) {
      action.problem(
          action.line("say"),
          "There is no prompt `" + say.get() + "` without placeholders in every language.",
          "Add it below `rules:` in the files of config/prompts, or name another.");
    }
    return say.orElse("");
  }
}
