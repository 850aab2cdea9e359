package parley.dialogue.escalation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.entities.EntityValue;
import parley.dialogue.entities.ReferenceShape;
import parley.dialogue.files.Fields;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.quality.Channel;
import parley.dialogue.words.Words;

/// Reads a rule's `when:`. The keys of one mapping must all hold; `any:` and `all:` are lists of
/// such mappings, `not:` is one.
final class ConditionReader {

  private static final int MOST = 1000;
  private static final Set<String> KEYS =
      Set.of(
          "all",
          "any",
          "not",
          "words",
          "anger",
          "distress",
          "sentiment-below",
          "sentiment-course-below",
          "confidence-below",
          "failures",
          "low-confidence",
          "turns",
          "same-question",
          "silence",
          "knowledge",
          "category",
          "command",
          "intent",
          "language",
          "entity",
          "amount-from",
          "time",
          "channel",
          "customer-tier");

  private static final double LARGEST_AMOUNT = 1e9;

  private static final Set<String> CHANNELS =
      Stream.of(Channel.values())
          .map(channel -> channel.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> ENTITIES =
      Stream.concat(
              ReferenceShape.USUAL.stream().map(ReferenceShape::kind), EntityValue.KINDS.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Set<String> ids;
  private final Set<String> categories;
  private final Set<String> commands;
  private final Set<String> intents;

  ConditionReader(KnowledgeBase knowledge, Set<String> commands, Set<String> intents) {
    this.ids = knowledge.entries().stream().map(KnowledgeEntry::id).collect(Collectors.toSet());
    this.categories =
        knowledge.entries().stream().map(KnowledgeEntry::category).collect(Collectors.toSet());
    this.commands = commands;
    this.intents = intents;
  }

  Condition read(Fields when) {
    when.allowOnly(KEYS);
    List<Condition> conditions = new ArrayList<>();
    for (String key : when.all().keySet()) {
      if (KEYS.contains(key)) {
        conditions.add(condition(when, key));
      }
    }
    if (conditions.isEmpty()) {
      when.problem(
          when.line(),
          "`when` holds no condition, so the rule would fire at once.",
          "Expected one or more of " + String.join(", ", KEYS.stream().sorted().toList()) + ".");
    }
    return conditions.size() == 1 ? conditions.getFirst() : new Condition.All(conditions);
  }

  private Condition condition(Fields when, String key) {
    return switch (key) {
      case "all" -> new Condition.All(several(when, key));
      case "any" -> new Condition.Any(several(when, key));
      case "not" ->
          new Condition.Not(
              when.below(key).map(this::read).orElseGet(() -> new Condition.All(List.of())));
      case "words" -> said(when);
      case "anger" -> new Condition.Anger(when.number(key, 1, MOST));
      case "distress" -> distress(when);
      case "sentiment-below" -> sentiment(when, key, Condition.Felt.NOW);
      case "sentiment-course-below" -> sentiment(when, key, Condition.Felt.COURSE);
      case "knowledge" -> understood(when, key, ids);
      case "category" -> understood(when, key, categories);
      case "command" -> understood(when, key, commands);
      case "intent" -> understood(when, key, intents);
      case "channel" -> understood(when, key, CHANNELS);
      case "language", "customer-tier" -> new Condition.Understood(subject(key), names(when, key));
      case "confidence-below" -> new Condition.ConfidenceBelow(when.decimal(key, 0, 1));
      case "entity" -> new Condition.Has(known(when, key, ENTITIES));
      case "amount-from" -> new Condition.AmountFrom(when.decimal(key, 0, LARGEST_AMOUNT));
      case "time" ->
          when.below(key)
              .map(HoursReader::read)
              .<Condition>map(Condition.Within::new)
              .orElseGet(() -> new Condition.All(List.of()));
      default ->
          new Condition.AtLeast(
              Condition.Counted.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')),
              when.number(key, 1, MOST));
    };
  }

  private List<Condition> several(Fields when, String key) {
    List<Condition> conditions = when.list(key).stream().map(this::read).toList();
    if (conditions.isEmpty()) {
      when.problem(
          when.line(key), "`" + key + "` is an empty list.", "Expected `- condition` lines.");
    }
    return conditions;
  }

  private static Condition distress(Fields when) {
    return when.flag("distress", true)
        ? new Condition.Distress()
        : new Condition.Not(new Condition.Distress());
  }

  private static Condition sentiment(Fields when, String key, Condition.Felt felt) {
    return new Condition.SentimentBelow(felt, when.decimal(key, -1, 1));
  }

  private static Condition said(Fields when) {
    List<Words> phrases =
        when.texts("words").stream().map(Words::of).filter(words -> !words.isEmpty()).toList();
    if (phrases.isEmpty()) {
      when.problem(when.line("words"), "`words` has no phrase.", "Expected a list of phrases.");
    }
    return new Condition.Said(phrases);
  }

  private static Condition understood(Fields when, String key, Set<String> known) {
    return new Condition.Understood(subject(key), known(when, key, known));
  }

  private static Condition.Subject subject(String key) {
    return Condition.Subject.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Set<String> known(Fields when, String key, Set<String> known) {
    Set<String> names = names(when, key);
    for (String name : names) {
      if (!known.contains(name)) {
        when.problem(
            when.line(key),
            "There is no " + key + " `" + name + "`.",
            "Expected " + Fields.near(name, known));
      }
    }
    return names;
  }

  private static Set<String> names(Fields when, String key) {
    Set<String> names = new LinkedHashSet<>(when.texts(key));
    if (names.isEmpty()) {
      when.problem(when.line(key), "`" + key + "` is empty.", "Expected one or more names.");
    }
    return names;
  }
}
