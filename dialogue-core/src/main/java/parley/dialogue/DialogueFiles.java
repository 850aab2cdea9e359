package parley.dialogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.config.Settings;
import parley.dialogue.escalation.RuleFile;
import parley.dialogue.escalation.Rules;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.flows.FlowBook;
import parley.dialogue.flows.FlowFiles;
import parley.dialogue.intents.IntentFile;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.KnowledgeFiles;
import parley.dialogue.knowledge.OtherTopics;
import parley.dialogue.prompts.PromptFile;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.sentiment.SentimentFiles;
import parley.dialogue.sentiment.SentimentLanguage;
import parley.dialogue.understanding.Command;
import parley.dialogue.understanding.WordListFile;
import parley.dialogue.understanding.WordLists;

/// The content of the files below `config/` that conversations are made of, by language where it
/// has one.
record DialogueFiles(
    KnowledgeBase knowledge,
    List<String> otherTopics,
    Map<String, Prompts> prompts,
    Map<String, WordLists> words,
    Map<String, SentimentLanguage> feelings,
    Rules rules,
    FlowBook flows,
    IntentFile.Content intents) {

  DialogueFiles {
    otherTopics = List.copyOf(otherTopics);
    prompts = Collections.unmodifiableMap(new LinkedHashMap<>(prompts));
    words = Map.copyOf(words);
    feelings = Map.copyOf(feelings);
  }

  /// @param services names of the services that are set
  /// @throws parley.dialogue.files.BadFilesException listing every problem in all of them
  static DialogueFiles read(Path home, String usual, Set<String> services) {
    Problems problems = new Problems();
    Path config = home.resolve("config");
    KnowledgeBase knowledge = KnowledgeFiles.read(home, config.resolve("knowledge"), problems);
    Map<String, Prompts> prompts = new LinkedHashMap<>();
    Map<String, WordLists> words = new LinkedHashMap<>();
    Map<String, SentimentLanguage> feelings = new LinkedHashMap<>();
    for (String code : codes(home, config.resolve("prompts"), usual, problems)) {
      prompts.put(
          code, PromptFile.read(home, config.resolve("prompts/" + code + ".yaml"), problems));
      words.put(
          code, WordListFile.read(home, config.resolve("commands/" + code + ".yaml"), problems));
      SentimentFiles.read(home, config.resolve("sentiment"), code, problems)
          .ifPresent(found -> feelings.put(code, found));
    }
    FlowBook flows =
        new FlowBook(
            FlowFiles.read(
                home,
                config.resolve("flows"),
                prompts.keySet(),
                knowledge,
                Settings.Services.NAMES,
                problems),
            services);
    IntentFile.Content intents =
        IntentFile.read(
            home,
            config.resolve("intents.yaml"),
            new IntentFile.Targets(
                problems.isEmpty() ? Optional.of(flows.ids()) : Optional.empty(),
                commands(),
                wordings(knowledge)),
            problems);
    Rules rules =
        RuleFile.read(
            home,
            RuleFile.in(home, config, problems),
            knowledge,
            commands(),
            intents.ids(),
            new ArrayList<>(prompts.values()),
            problems);
    List<String> otherTopics = OtherTopics.read(home, usual, problems);
    problems.throwIfAny();
    return new DialogueFiles(
        knowledge, otherTopics, prompts, words, feelings, rules, flows, intents);
  }

  /// Other rules for the same site, in either form.
  ///
  /// @throws parley.dialogue.files.BadFilesException listing every problem in it
  Rules rules(Path home, Path file) {
    Problems problems = new Problems();
    Rules other =
        RuleFile.read(
            home,
            file,
            knowledge,
            commands(),
            intents.ids(),
            new ArrayList<>(prompts.values()),
            problems);
    problems.throwIfAny();
    return other;
  }

  private static Map<String, List<String>> wordings(KnowledgeBase knowledge) {
    return knowledge.entries().stream()
        .collect(Collectors.toMap(KnowledgeEntry::id, entry -> entry.variants().toList()));
  }

  private static Set<String> commands() {
    return Stream.of(Command.values()).map(Command::key).collect(Collectors.toSet());
  }

  private static List<String> codes(Path home, Path folder, String usual, Problems problems) {
    List<String> codes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .forEach(codes::add);
    } catch (IOException e) {
      problems.add(
          YamlFile.name(home, folder),
          0,
          "The folder cannot be read (" + e.getClass().getSimpleName() + ").",
          "Put a file of prompts for each language there.");
      return List.of();
    }
    if (!codes.contains(usual)) {
      problems.add(
          YamlFile.name(home, folder.resolve(usual + ".yaml")),
          0,
          "There are no prompts for the site's language `" + usual + "`.",
          "Add the file, or set `site.language` to one of " + codes + ".");
    }
    return codes;
  }
}
