package parley.mail.answer;

import java.util.List;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction.PromiseCallback;

/// What a mail's words lead to. The text form hides them.
public sealed interface MailAnswer {

  /// The reason of a [ForPerson] whose words said nothing that Parley knows.
  String NOT_UNDERSTOOD = "not-understood";

  /// The reason of a [ForPerson] whose answer is for one customer's eyes alone.
  String IDENTITY_NEEDED = "identity-needed";

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
  /// @param before what the same address wrote about before, a line each, without personal data;
  ///   empty when nothing is known
  record ForPerson(
      String reason, Priority priority, String language, String understoodAs, Spoken before)
      implements MailAnswer {

    /// Nothing is known of before.
    public ForPerson(String reason, Priority priority, String language, String understoodAs) {
      this(reason, priority, language, understoodAs, Spoken.NOTHING);
    }

    ForPerson after(Spoken conversations) {
      return new ForPerson(reason, priority, language, understoodAs, conversations);
    }
  }

  /// Nothing was asked: a word of thanks.
  record NothingAsked(String language, String understoodAs) implements MailAnswer {}
}
