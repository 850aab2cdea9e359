package parley.dialogue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.conversation.Conversation;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.conversation.Languages;
import parley.dialogue.documents.EntriesFirst;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.intents.Intents;
import parley.dialogue.knowledge.LiveKnowledge;
import parley.dialogue.language.LanguageDetection;
import parley.dialogue.memory.Relevance;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.sentiment.SentimentLanguage;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.HintPhrases;
import parley.dialogue.understanding.Understanding;
import parley.dialogue.understanding.WordLists;

/// What the parts of every language are made of. Immutable; any thread.
record LanguageMaking(
    String usual,
    DialogueFiles files,
    LiveKnowledge live,
    LiveDocuments documents,
    Intents intents,
    Relevance relevance,
    ConversationSettings settings,
    DialogueModels models,
    CallbackPorts callbacks,
    LanguageDetection detection) {

  DialogueParts.Language language(String code) {
    Prompts texts = Objects.requireNonNull(files.prompts().get(code));
    WordLists words = Objects.requireNonNull(files.words().get(code));
    Understanding understanding =
        new Understanding(
            words,
            files.knowledge(),
            new EntriesFirst(live.in(code), documents, code),
            code.equals(usual) ? intents : Intents.NONE);
    SentimentLanguage felt = files.feelings().get(code);
    SentimentScorer moods = felt == null ? SentimentScorer.NONE : models.moods().apply(felt);
    Conversation conversation =
        new Conversation(
            understanding,
            moods,
            id -> live.base().find(id).or(() -> documents.find(id)),
            files.rules(),
            texts,
            files.flows(),
            new Languages(detection, files.words().keySet()),
            code.equals(usual) ? relevance : Relevance.BY_WORDS,
            code,
            settings,
            callbacks);
    return new DialogueParts.Language(
        code, conversation, texts, understanding, moods, new HintPhrases(words, said(code)));
  }

  /// What callers ask with, for the recognizer.
  private List<String> said(String code) {
    return Stream.of(
            files.knowledge().questions(),
            files.flows().phrases(code),
            code.equals(usual) ? files.intents().phrases() : List.<String>of())
        .flatMap(List::stream)
        .toList();
  }
}
