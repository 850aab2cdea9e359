package parley.mail.answer;

import java.time.Duration;

/// A question to a language model, for the audit. Holds nothing of the mail.
///
/// @param result what came of it, in a few words
/// @param took until it was known
public record ModelAsked(String result, Duration took) {}
