package parley.dialogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.config.Settings;
import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.conversation.Conversation;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.conversation.Conversations;
import parley.dialogue.documents.DocumentPages;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.escalation.Rules;
import parley.dialogue.flows.FlowBook;
import parley.dialogue.intents.Intents;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeIndex;
import parley.dialogue.knowledge.LiveKnowledge;
import parley.dialogue.knowledge.Semantics;
import parley.dialogue.knowledge.StoredVectors;
import parley.dialogue.language.LanguageDetection;
import parley.dialogue.language.LinguaDetection;
import parley.dialogue.memory.Relevance;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.HintPhrases;
import parley.dialogue.understanding.Listening;
import parley.dialogue.understanding.Understanding;

/// Everything of this module that the server needs, built from the files below `config/`.
/// Immutable, but for the knowledge and the documents (see [LiveKnowledge]); any thread.
public final class DialogueParts {

  /// The parts that depend on the call's language.
  public record Language(
      String code,
      Conversation conversation,
      Prompts prompts,
      Understanding understanding,
      SentimentScorer moods,
      HintPhrases hints) {

    /// What turn-taking asks of partial words.
    public Listening listening() {
      return understanding.listening();
    }
  }

  /** Loads nothing before the first message that was written. */
  private static final LanguageDetection DETECTION =
      new LinguaDetection(LinguaDetection.LANGUAGES, LinguaDetection.Models.SMALL);

  private final String usual;
  private final Map<String, Language> languages;
  private final LiveKnowledge knowledge;
  private final LiveDocuments documents;
  private final Relevance relevance;
  private final Rules rules;
  private final FlowBook flows;
  private final DialogueFiles files;

  private DialogueParts(
      String usual,
      Map<String, Language> languages,
      LiveKnowledge knowledge,
      LiveDocuments documents,
      Relevance relevance,
      DialogueFiles files) {
    this.relevance = relevance;
    this.usual = usual;
    this.languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
    this.knowledge = knowledge;
    this.documents = documents;
    this.rules = files.rules();
    this.flows = files.flows();
    this.files = files;
  }

  /// Reads `config/knowledge`, `config/other-topics`, `config/commands`, `config/prompts`,
  /// `config/flows`, `config/intents.yaml`, `config/sentiment` and `config/escalation-rules.yaml`
  /// below `home`. Understanding rests on words alone.
  ///
  /// @throws parley.dialogue.files.BadFilesException listing every problem in all of them
  public static DialogueParts load(Path home, Settings settings) {
    return load(home, settings, DialogueModels.NONE);
  }

  /// The same with models.
  public static DialogueParts load(Path home, Settings settings, DialogueModels models) {
    return load(home, settings, models, Set.of(), CallbackPorts.NONE);
  }

  /// With the conversation's settings spelled out, and without models.
  public static DialogueParts load(Path home, String usual, ConversationSettings settings) {
    return load(home, usual, settings, DialogueModels.NONE);
  }

  /// With the conversation's settings spelled out, and the documents of `config/documents`.
  public static DialogueParts load(
      Path home, String usual, ConversationSettings settings, DialogueModels models) {
    return load(home, usual, settings, models, CallbackPorts.NONE);
  }

  /// The same with who keeps promises to call back.
  public static DialogueParts load(
      Path home,
      String usual,
      ConversationSettings settings,
      DialogueModels models,
      CallbackPorts callbacks) {
    return load(
        home,
        usual,
        settings,
        models,
        callbacks,
        home.resolve("config/documents"),
        DocumentPages.NONE);
  }

  /// The settings' own.
  ///
  /// @param alsoThere services that are there though the settings do not name them
  /// @param callbacks who keeps promises to call back
  public static DialogueParts load(
      Path home,
      Settings settings,
      DialogueModels models,
      Set<String> alsoThere,
      CallbackPorts callbacks) {
    ConversationSettings set = ConversationSettings.of(settings);
    Set<String> services = new HashSet<>(set.services());
    services.addAll(alsoThere);
    return load(
        home,
        settings.site().language(),
        set.with(services),
        models,
        callbacks,
        settings.knowledge().documents(),
        new DocumentPages(settings.knowledge().documentsUrl()));
  }

  private static DialogueParts load(
      Path home,
      String usual,
      ConversationSettings settings,
      DialogueModels models,
      CallbackPorts callbacks,
      Path documentsFolder,
      DocumentPages pages) {
    DialogueFiles files = DialogueFiles.read(home, usual, settings.services());
    Path folder = home.resolve("config/knowledge");
    Optional<SentenceVectors> asked = models.said();
    Optional<Semantics> semantics =
        asked.map(said -> Semantics.of(models.vectors().orElseThrow(), said, files.otherTopics()));
    Intents intents =
        asked
            .map(said -> Intents.learn(files.intents(), models.vectors().orElseThrow(), said))
            .orElse(Intents.NONE);
    LiveKnowledge live = LiveKnowledge.of(home, folder, files.knowledge(), semantics);
    LiveDocuments documents = LiveDocuments.read(home, documentsFolder, pages, semantics);
    models.vectors().ifPresent(StoredVectors::save);
    Relevance relevance = asked.map(Relevance::byMeaning).orElse(Relevance.BY_WORDS);
    LanguageMaking making =
        new LanguageMaking(
            usual, files, live, documents, intents, relevance, settings, models, callbacks,
            DETECTION);
    Map<String, Language> languages = new LinkedHashMap<>();
    files.prompts().keySet().stream()
        .filter(files.words()::containsKey)
        .forEach(code -> languages.put(code, making.language(code)));
    return new DialogueParts(usual, languages, live, documents, relevance, files);
  }

  /// The parts for a call's language; the site's own where that one is not there.
  public Language language(String code) {
    Language language = languages.getOrDefault(code, languages.get(usual));
    if (language == null) {
      throw new IllegalStateException("No prompts for the site's language " + usual);
    }
    return language;
  }

  /// Conversations that may change their language.
  public Conversations conversations() {
    return new Conversations(code -> language(code).conversation());
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

  /// For reading the documents again and switching passages off.
  public LiveDocuments documents() {
    return documents;
  }

  /// How much earlier conversations bear on what is being said.
  public Relevance relevance() {
    return relevance;
  }

  public Rules rules() {
    return rules;
  }

  /// Other rules for the same site, in either form, to be tried.
  ///
  /// @throws parley.dialogue.files.BadFilesException listing every problem in the file
  public Rules rules(Path home, Path file) {
    return files.rules(home, file);
  }

  public FlowBook flows() {
    return flows;
  }

  /// All sentences of a language that never change, for the voice to prepare.
  public List<String> fixedSentences(String code) {
    List<String> texts = new ArrayList<>(knowledge().answers());
    texts.addAll(flows.fixed(code));
    return language(code).prompts().fixed(texts);
  }
}
