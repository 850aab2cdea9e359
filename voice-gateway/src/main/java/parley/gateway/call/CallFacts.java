package parley.gateway.call;

import java.util.Optional;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.HandOverRequest;

/// What is known of a call when it comes, or when somebody answers whom Parley called: "caller" is
/// then the one who was called.
///
/// @param caller the caller's number, unknown when withheld
/// @param dialled the extension that was dialled
/// @param language ISO 639-1 code
/// @param queue where a person is looked for first, empty when the dialplan does not say
/// @param entryFlow how the conversation begins, empty for the usual way
/// @param sipCallId SIP Call-ID of the caller's leg, empty where there is none
/// @param outbound of a call that Parley made
public record CallFacts(
    CallId id,
    PhoneNumber caller,
    String dialled,
    String language,
    String queue,
    String entryFlow,
    String sipCallId,
    Optional<OutboundCall> outbound) {

  /// Of a call that came to us.
  public CallFacts(
      CallId id,
      PhoneNumber caller,
      String dialled,
      String language,
      String queue,
      String entryFlow,
      String sipCallId) {
    this(id, caller, dialled, language, queue, entryFlow, sipCallId, Optional.empty());
  }

  /// What an agent is needed for who waits for this call.
  HandOverRequest forWaitingAgent() {
    String reason = outbound.map(call -> call.why().reason()).orElse("");
    return new HandOverRequest(queue, "", language, Priority.MEDIUM, reason, Spoken.NOTHING);
  }

  /// The promise that this call keeps, for another time.
  ConversationAction.PromiseCallback calledAgain(CallbackWindow window) {
    String reason = outbound.map(call -> call.why().reason()).orElse("");
    return new ConversationAction.PromiseCallback(caller, reason, Optional.of(window), queue);
  }
}
