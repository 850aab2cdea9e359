package parley.mail.answer;

import java.util.List;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction.PromiseCallback;

/// What a mail's words lead to. The text form hides them.
public sealed interface MailAnswer {

  /// The reason of a [ForPerson] whose words said nothing that Parley knows.
  String NOT_UNDERSTOOD = "not-understood";

  /// ISO 639-1, as far as it is known.
  String language();

  /// How the log names what was understood.
  String understoodAs();

  /// The words answer it.
  ///
  /// @param citations ids of the knowledge entries that they rest on; empty for a question back
  /// @param callbacks promises that the words make
  record Replied(
      Spoken words,
      List<String> citations,
      List<PromiseCallback> callbacks,
      String language,
      String understoodAs)
      implements MailAnswer {
    public Replied {
      citations = List.copyOf(citations);
      callbacks = List.copyOf(callbacks);
    }
  }

  /// A person has to write.
  ///
  /// @param reason the escalation rule's name, or why Parley cannot answer
  record ForPerson(String reason, Priority priority, String language, String understoodAs)
      implements MailAnswer {}

  /// Nothing was asked: a word of thanks.
  record NothingAsked(String language, String understoodAs) implements MailAnswer {}
}
