package parley.gateway.call;

import parley.dialogue.call.Spoken;
import parley.dialogue.callback.Outbound;

/// What is known of a call that Parley makes.
///
/// @param why told to the conversation
/// @param message what an answering machine hears: nothing personal, for anybody may listen to it;
///   empty when none is left
/// @param detectMachines whether machines are told from people
public record OutboundCall(Outbound why, Spoken message, boolean detectMachines) {}
