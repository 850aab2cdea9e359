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
import parley.dialogue.conversation.Conversation;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.escalation.RuleFile;
import parley.dialogue.escalation.Rules;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeFiles;
import parley.dialogue.knowledge.KnowledgeIndex;
import parley.dialogue.knowledge.LiveKnowledge;
import parley.dialogue.knowledge.OtherTopics;
import parley.dialogue.knowledge.RememberedVectors;
import parley.dialogue.knowledge.Semantics;
import parley.dialogue.knowledge.StoredVectors;
import parley.dialogue.prompts.PromptFile;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.understanding.Command;
import parley.dialogue.understanding.HintPhrases;
import parley.dialogue.understanding.Listening;
import parley.dialogue.understanding.Understanding;
import parley.dialogue.understanding.WordListFile;
import parley.dialogue.understanding.WordLists;

/// Everything of this module that the server needs, built from the files below `config/`.
/// Immutable, but for the entries of the knowledge; any thread.
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
  private final LiveKnowledge knowledge;
  private final Rules rules;

  private DialogueParts(
      String usual, Map<String, Language> languages, LiveKnowledge knowledge, Rules rules) {
    this.usual = usual;
    this.languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
    this.knowledge = knowledge;
    this.rules = rules;
  }

  /// Reads `config/knowledge`, `config/commands`, `config/prompts` and
  /// `config/escalation-rules.yaml` below `home`.
  ///
  /// @throws parley.dialogue.files.BadFilesException listing every problem in all of them
  public static DialogueParts load(Path home, Settings settings) {
    return load(home, settings.site().language(), ConversationSettings.of(settings));
  }

  /// The same, and the knowledge is searched by meaning too.
  ///
  /// @param vectors the model of sentences
  /// @param modelName changes whenever the model does
  public static DialogueParts load(
      Path home, Settings settings, SentenceVectors vectors, String modelName) {
    return load(
        home,
        settings.site().language(),
        ConversationSettings.of(settings),
        Optional.of(
            new StoredVectors(
                vectors, modelName, settings.state().resolve("knowledge-vectors.bin"))));
  }

  /// With the conversation's settings spelled out, and without vectors.
  public static DialogueParts load(Path home, String usual, ConversationSettings settings) {
    return load(home, usual, settings, Optional.empty());
  }

  /// The same, with vectors if there are.
  public static DialogueParts load(
      Path home, String usual, ConversationSettings settings, Optional<StoredVectors> vectors) {
    Problems problems = new Problems();
    Path config = home.resolve("config");
    KnowledgeBase knowledge = KnowledgeFiles.read(home, config.resolve("knowledge"), problems);
    List<String> otherTopics =
        OtherTopics.read(home, config.resolve("other-topics/" + usual + ".txt"), problems);
    Map<String, Prompts> prompts = new LinkedHashMap<>();
    Map<String, WordLists> lists = new LinkedHashMap<>();
    for (String code : codes(home, config.resolve("prompts"), usual, problems)) {
      prompts.put(
          code, PromptFile.read(home, config.resolve("prompts/" + code + ".yaml"), problems));
      lists.put(
          code, WordListFile.read(home, config.resolve("commands/" + code + ".yaml"), problems));
    }
    Rules rules =
        RuleFile.read(
            home,
            config.resolve("escalation-rules.yaml"),
            knowledge,
            Stream.of(Command.values()).map(Command::key).collect(Collectors.toSet()),
            new ArrayList<>(prompts.values()),
            problems);
    problems.throwIfAny();
    Optional<Semantics> semantics = vectors.map(model -> semantics(model, otherTopics));
    LiveKnowledge live = LiveKnowledge.of(home, config.resolve("knowledge"), knowledge, semantics);
    vectors.ifPresent(StoredVectors::save);
    Map<String, Language> languages = new LinkedHashMap<>();
    prompts.forEach((code, texts) -> {
      WordLists words = lists.get(code);
      if (words != null) {
        Understanding understanding = new Understanding(words, knowledge, live.in(code));
        languages.put(
            code,
            new Language(
                code,
                new Conversation(understanding, live::base, rules, texts, settings),
                texts,
                understanding,
                new HintPhrases(words, knowledge.questions())));
      }
    });
    return new DialogueParts(usual, languages, live, rules);
  }

  private static Semantics semantics(StoredVectors stored, List<String> otherTopics) {
    return Semantics.of(stored, new RememberedVectors(stored.model()), otherTopics);
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

  /// The entries as they are now.
  public KnowledgeBase knowledge() {
    return knowledge.base();
  }

  public KnowledgeIndex index() {
    return knowledge.index();
  }

  /// For reading the knowledge again and switching entries off.
  public LiveKnowledge live() {
    return knowledge;
  }

  public Rules rules() {
    return rules;
  }

  /// All sentences of a language that never change, for the voice to prepare.
  public List<String> fixedSentences(String code) {
    return language(code).prompts().fixed(knowledge().answers());
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
