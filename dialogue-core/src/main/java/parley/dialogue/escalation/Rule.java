package parley.dialogue.escalation;

import parley.dialogue.call.Priority;

/// One rule that brings in a person. `order`: the lowest number is looked at first. Empty `queue`
/// or `skill`: the call's own. `say` is a prompt's key, empty for the usual sentence.
/// `answerFirst`: where the turn was a question with an answer, the answer is said before.
public record Rule(
    String id,
    int order,
    boolean active,
    Condition condition,
    String queue,
    String skill,
    Priority priority,
    String say,
    boolean answerFirst) {}
