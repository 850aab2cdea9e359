package parley.dialogue.conversation;

import parley.dialogue.call.Confidence;
import parley.dialogue.call.Spoken;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.words.Words;

/// One turn of the caller as it came.
///
/// @param words of `spoken`
/// @param context where and when it was said
record Heard(
    Spoken spoken, Words words, Confidence confidence, CallerContext context, TurnIntent intent) {}
