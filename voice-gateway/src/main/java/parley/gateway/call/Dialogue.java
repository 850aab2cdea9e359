package parley.gateway.call;

import java.util.List;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;

/// One call's conversation: keeps the state between the pure steps. Thread: the call's own.
public interface Dialogue {

  /// What to do now, in order.
  List<ConversationAction> tell(ConversationEvent event);
}
