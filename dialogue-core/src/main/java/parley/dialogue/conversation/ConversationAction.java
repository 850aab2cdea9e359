package parley.dialogue.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.services.ServiceRequest;

/// What the conversation wants done. The call thread carries actions out in order.
public sealed interface ConversationAction {

  /// Say these words. `citations` are the ids of the knowledge entries that the words rest on.
  record Say(Spoken words, boolean interruptible, List<String> citations)
      implements ConversationAction {
    public Say {
      citations = List.copyOf(citations);
    }
  }

  /// Listen for this kind of answer once the prompt has been said (the caller may speak earlier).
  ///
  /// @param secret a PIN or code is asked for: keys pressed from now on are not kept
  record Listen(Expectation expectation, boolean secret) implements ConversationAction {

    public Listen(Expectation expectation) {
      this(expectation, false);
    }
  }

  /// Let the caller take their time: no silence prompt for this long.
  record Wait(java.time.Duration atMost) implements ConversationAction {}

  /// Bring in a person.
  record HandOver(HandOverRequest request) implements ConversationAction {}

  /// Keep the promise to call back.
  ///
  /// @param window when, where an hour was agreed; empty: as soon as it can be
  /// @param queue the skill that is wanted; empty for anybody
  /// @param keepsPlace whether it is for a caller who waited for a person: their turn is when it
  ///   would have come on the line
  record PromiseCallback(
      PhoneNumber number,
      String reason,
      Optional<CallbackWindow> window,
      String queue,
      boolean keepsPlace)
      implements ConversationAction {

    /// For somebody who did not wait.
    public PromiseCallback(
        PhoneNumber number, String reason, Optional<CallbackWindow> window, String queue) {
      this(number, reason, window, queue, false);
    }
  }

  /// A promise to call back is not to be kept.
  record CancelCallback(UUID callback) implements ConversationAction {}

  /// A promise to call back is to be kept at another time.
  record MoveCallback(UUID callback, CallbackWindow window) implements ConversationAction {}

  /// Nobody wants to be called on a number again.
  record NeverCall(PhoneNumber number) implements ConversationAction {}

  /// Ask one of the site's systems, beside the conversation, and tell it the answer as
  /// [ConversationEvent.ServiceAnswered] with the same number, whatever comes of it.
  record CallService(int id, ServiceRequest request) implements ConversationAction {}

  /// Have the language model answer, and tell the conversation of it as
  /// [ConversationEvent.ModelSaid] and [ConversationEvent.ModelEnded] with the same number.
  record AskModel(int id, Inquiry inquiry) implements ConversationAction {}

  /// Nobody waits for that answer any more.
  record LeaveModel(int id) implements ConversationAction {}

  /// Note in the log what the turn was understood as and which rule, if any, fired (empty when
  /// none).
  ///
  /// @param secret the turn's words or keys hold a PIN or code: they are not kept
  record Note(String understoodAs, Confidence confidence, String rule, boolean secret)
      implements ConversationAction {

    public Note(String understoodAs, Confidence confidence, String rule) {
      this(understoodAs, confidence, rule, false);
    }
  }

  /// Note that a service has said who the caller is, and where they are written to.
  ///
  /// @param mail the address
  record Identified(Spoken mail) implements ConversationAction {}

  /// Hear and speak this language (ISO 639-1) from now on; what is to be said after it is in it.
  ///
  /// @param said what is to be answered in it; empty when it only asked for the language
  record ChangeLanguage(String code, Spoken said) implements ConversationAction {}

  /// Speak more slowly from now on, or at the usual pace again.
  record Pace(boolean slow) implements ConversationAction {}

  /// End the call after everything said has been heard.
  record End(Outcome outcome) implements ConversationAction {}
}
