package parley.dialogue.callback;

/// How a conversation of ours notes who answered
/// ([parley.dialogue.conversation.ConversationAction.Note#understoodAs]): the outcome of the call
/// follows from it.
public final class CalleeNotes {

  /// Who answered is the one who was to be called.
  public static final String CUSTOMER = "callee-is-customer";

  /// Somebody else answered, or did not say who they are.
  public static final String OTHER = "callee-is-other";

  private CalleeNotes() {}
}
