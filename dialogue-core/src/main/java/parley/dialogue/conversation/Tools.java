package parley.dialogue.conversation;

import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.entities.AnswerReader;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.escalation.Rules;
import parley.dialogue.flows.FlowBook;
import parley.dialogue.flows.SlotListening;
import parley.dialogue.knowledge.KnownEntries;
import parley.dialogue.memory.Relevance;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.Understanding;

/// What every part of a conversation works with. All of it is immutable, but for the knowledge, of
/// which entries come and go.
record Tools(
    Understanding understanding,
    EntityFinder entities,
    SentimentScorer moods,
    KnownEntries knowledge,
    Rules rules,
    Prompts prompts,
    FlowBook flows,
    Languages languages,
    Relevance relevance,
    String language,
    ConversationSettings settings,
    CallbackPorts callbacks) {

  /// Reads what is said to a question.
  AnswerReader answers() {
    return new AnswerReader(entities);
  }

  /// Reads what is said to a flow's question.
  SlotListening listening() {
    return new SlotListening(understanding.yesNo(), answers(), language);
  }
}
