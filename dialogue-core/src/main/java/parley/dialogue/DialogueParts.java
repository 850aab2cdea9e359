package parley.dialogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.config.Settings;
import parley.dialogue.conversation.Conversation;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.escalation.RuleFile;
import parley.dialogue.escalation.Rules;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.flows.FlowBook;
import parley.dialogue.flows.FlowFiles;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeFiles;
import parley.dialogue.knowledge.KnowledgeIndex;
import parley.dialogue.prompts.PromptFile;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.sentiment.SentimentFiles;
import parley.dialogue.sentiment.SentimentLanguage;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.Command;
import parley.dialogue.understanding.HintPhrases;
import parley.dialogue.understanding.Listening;
import parley.dialogue.understanding.Understanding;
import parley.dialogue.understanding.WordListFile;
import parley.dialogue.understanding.WordLists;

/// Everything of this module that the server needs, built from the files below `config/`.
/// Immutable; any thread.
public final class DialogueParts {

  /// The parts that depend on the call's language.
  public record Language(
      String code,
      Conversation conversation,
      Prompts prompts,
      Understanding understanding,
      HintPhrases hints) {

    /// What turn-taking asks of partial words.
    public Listening listening() {
      return understanding.listening();
    }
  }

  private final String usual;
  private final Map<String, Language> languages;
  private final KnowledgeBase knowledge;
  private final KnowledgeIndex index;
  private final Rules rules;
  private final FlowBook flows;

  private DialogueParts(
      String usual,
      Map<String, Language> languages,
      KnowledgeBase knowledge,
      KnowledgeIndex index,
      Rules rules,
      FlowBook flows) {
    this.usual = usual;
    this.languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
    this.knowledge = knowledge;
    this.index = index;
    this.rules = rules;
    this.flows = flows;
  }

  /// Reads `config/knowledge`, `config/commands`, `config/prompts`, `config/flows`,
  /// `config/sentiment` and `config/escalation-rules.yaml` below `home`. Moods are judged by the
  /// words of feeling alone.
  ///
  /// @throws parley.dialogue.files.BadFilesException listing every problem in all of them
  public static DialogueParts load(Path home, Settings settings) {
    return load(home, settings.site().language(), ConversationSettings.of(settings));
  }

  /// The same with the conversation's settings spelled out.
  public static DialogueParts load(Path home, String usual, ConversationSettings settings) {
    return load(home, usual, settings, SentimentLanguage::words);
  }

  /// The same with something better than words to judge moods by.
  ///
  /// @param moods asked once for each language that has files in `config/sentiment`
  public static DialogueParts load(
      Path home,
      String usual,
      ConversationSettings settings,
      Function<SentimentLanguage, SentimentScorer> moods) {
    Problems problems = new Problems();
    Path config = home.resolve("config");
    KnowledgeBase knowledge = KnowledgeFiles.read(home, config.resolve("knowledge"), problems);
    Map<String, Prompts> prompts = new LinkedHashMap<>();
    Map<String, WordLists> lists = new LinkedHashMap<>();
    Map<String, SentimentLanguage> feelings = new LinkedHashMap<>();
    for (String code : codes(home, config.resolve("prompts"), usual, problems)) {
      prompts.put(
          code, PromptFile.read(home, config.resolve("prompts/" + code + ".yaml"), problems));
      lists.put(
          code, WordListFile.read(home, config.resolve("commands/" + code + ".yaml"), problems));
      SentimentFiles.read(home, config.resolve("sentiment"), code, problems)
          .ifPresent(found -> feelings.put(code, found));
    }
    Rules rules =
        RuleFile.read(
            home,
            config.resolve("escalation-rules.yaml"),
            knowledge,
            Stream.of(Command.values()).map(Command::key).collect(Collectors.toSet()),
            new ArrayList<>(prompts.values()),
            problems);
    FlowBook flows =
        new FlowBook(
            FlowFiles.read(
                home,
                config.resolve("flows"),
                prompts.keySet(),
                knowledge,
                Settings.Services.NAMES,
                problems),
            settings.services());
    problems.throwIfAny();
    KnowledgeIndex index = new KnowledgeIndex(knowledge);
    Map<String, Language> languages = new LinkedHashMap<>();
    prompts.forEach((code, texts) -> {
      WordLists words = lists.get(code);
      if (words != null) {
        Understanding understanding = new Understanding(words, knowledge, index);
        SentimentLanguage felt = feelings.get(code);
        SentimentScorer scorer = felt == null ? SentimentScorer.NONE : moods.apply(felt);
        languages.put(
            code,
            new Language(
                code,
                new Conversation(
                    understanding, scorer, knowledge, rules, texts, flows, code, settings),
                texts,
                understanding,
                new HintPhrases(words, said(knowledge, flows, code))));
      }
    });
    return new DialogueParts(usual, languages, knowledge, index, rules, flows);
  }

  /// What callers ask with, for the recognizer.
  private static List<String> said(KnowledgeBase knowledge, FlowBook flows, String language) {
    return Stream.concat(knowledge.questions().stream(), flows.phrases(language).stream()).toList();
  }

  /// The parts for a call's language; the site's own where that one is not there.
  public Language language(String code) {
    Language language = languages.getOrDefault(code, languages.get(usual));
    if (language == null) {
      throw new IllegalStateException("No prompts for the site's language " + usual);
    }
    return language;
  }

  public Set<String> languages() {
    return languages.keySet();
  }

  public KnowledgeBase knowledge() {
    return knowledge;
  }

  public KnowledgeIndex index() {
    return index;
  }

  public Rules rules() {
    return rules;
  }

  public FlowBook flows() {
    return flows;
  }

  /// All sentences of a language that never change, for the voice to prepare.
  public List<String> fixedSentences(String code) {
    List<String> texts = new ArrayList<>(knowledge.answers());
    texts.addAll(flows.fixed(code));
    return language(code).prompts().fixed(texts);
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
