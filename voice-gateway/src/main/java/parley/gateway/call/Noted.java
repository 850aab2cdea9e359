package parley.gateway.call;

import java.util.List;
import parley.dialogue.conversation.ConversationAction;

/// What the conversation noted about the turn it was just told.
record Noted(String understoodAs, String rule, boolean secret) {

  static boolean anyIn(List<ConversationAction> actions) {
    return actions.stream().anyMatch(ConversationAction.Note.class::isInstance);
  }

  static Noted in(List<ConversationAction> actions) {
    return actions.stream()
        .filter(ConversationAction.Note.class::isInstance)
        .map(ConversationAction.Note.class::cast)
        .findFirst()
        .map(note -> new Noted(note.understoodAs(), note.rule(), note.secret()))
        .orElse(new Noted("", "", false));
  }
}
