package parley.dialogue.conversation;

import java.util.List;

/// The result of one event: the next state and what is to be done, in order. While the state is
/// open, the last action is a [ConversationAction.Listen] or [ConversationAction.Wait], which
/// replaces the one before; else it is a hand-over, an end, or there is none.
public record Step(ConversationState state, List<ConversationAction> actions) {
  public Step {
    actions = List.copyOf(actions);
  }
}
