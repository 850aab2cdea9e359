package parley.dialogue.conversation;

import parley.dialogue.escalation.Rules;
import parley.dialogue.flows.FlowBook;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.Understanding;

/// What every part of a conversation works with. All of it is immutable.
record Tools(
    Understanding understanding,
    SentimentScorer moods,
    KnowledgeBase knowledge,
    Rules rules,
    Prompts prompts,
    FlowBook flows,
    String language,
    ConversationSettings settings) {}
