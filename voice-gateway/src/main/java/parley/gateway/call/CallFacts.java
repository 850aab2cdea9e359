package parley.gateway.call;

import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;

/// What is known of a call when it comes.
///
/// @param caller the caller's number, unknown when withheld
/// @param dialled the extension that was dialled
/// @param language ISO 639-1 code
/// @param queue where a person is looked for first, empty when the dialplan does not say
/// @param entryFlow how the conversation begins, empty for the usual way
/// @param sipCallId SIP Call-ID of the caller's leg, empty where there is none
public record CallFacts(
    CallId id,
    PhoneNumber caller,
    String dialled,
    String language,
    String queue,
    String entryFlow,
    String sipCallId) {}
