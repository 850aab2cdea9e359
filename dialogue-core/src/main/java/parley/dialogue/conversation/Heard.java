package parley.dialogue.conversation;

import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.words.Words;

/// One turn of the caller as it came.
///
/// @param words of `spoken`
/// @param caller who said it, as far as a number tells
/// @param context where and when it was said
record Heard(
    PhoneNumber caller,
    Spoken spoken,
    Words words,
    Confidence confidence,
    CallerContext context,
    TurnIntent intent) {}
