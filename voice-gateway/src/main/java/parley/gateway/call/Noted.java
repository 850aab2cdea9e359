package parley.gateway.call;

import java.util.List;
import parley.dialogue.callback.CalleeNotes;
import parley.dialogue.conversation.ConversationAction;

/// What the conversation noted about the turn it was just told.
record Noted(String understoodAs, String rule, boolean secret) {

  static boolean anyIn(List<ConversationAction> actions) {
    return actions.stream().anyMatch(ConversationAction.Note.class::isInstance);
  }

  /// Who answered, as this note tells it; `known` where it tells nothing of that.
  static CallResult.Callee callee(ConversationAction.Note note, CallResult.Callee known) {
    return switch (note.understoodAs()) {
      case CalleeNotes.CUSTOMER -> CallResult.Callee.CUSTOMER;
      case CalleeNotes.OTHER -> CallResult.Callee.OTHER_PERSON;
      default -> known;
    };
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
