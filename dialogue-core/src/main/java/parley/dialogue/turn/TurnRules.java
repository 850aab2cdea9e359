package parley.dialogue.turn;

/// The times of turn-taking, in milliseconds.
///
/// @param endOfAnswerMs silence that ends a turn whose words are complete
/// @param endOfSpeechMs silence that ends a turn whose words could go on
/// @param endOfUnfinishedMs silence that ends a turn whose words stop in the middle
/// @param endOfDigitsMs silence that ends a number: people read them out in groups
/// @param silencePromptMs quiet after which the caller is asked whether they are there
/// @param bargeInConfirmMs longest pause of a prompt before it is known whether the caller
///   interrupts
/// @param bargeInVoiceMs voice without words that counts as an interruption all the same
/// @param falseStartMs silence after a sound without words, after which a held prompt goes on
/// @param shortNoiseMs a sound without words up to this long is ignored, not answered with "sorry?"
/// @param recognizerLagMs how far words come behind the voice
/// @param finalDeadlineMs longest wait for final words
/// @param longestUtteranceMs voice that goes on for so long is ended and taken as it is
/// @param longestWordlessMs the same for voice without any word: a noise, not a caller
public record TurnRules(
    long endOfAnswerMs,
    long endOfSpeechMs,
    long endOfUnfinishedMs,
    long endOfDigitsMs,
    long silencePromptMs,
    long bargeInConfirmMs,
    long bargeInVoiceMs,
    long falseStartMs,
    long shortNoiseMs,
    long recognizerLagMs,
    long finalDeadlineMs,
    long longestUtteranceMs,
    long longestWordlessMs) {

  /// The times that settings name, with the fixed ones that follow from how recognizers and people
  /// behave.
  public static TurnRules of(parley.config.Settings.Turns turns) {
    return new TurnRules(
        turns.endOfAnswer().toMillis(),
        turns.endOfSpeech().toMillis(),
        turns.endOfUnfinished().toMillis(),
        turns.endOfDigits().toMillis(),
        turns.silencePrompt().toMillis(),
        turns.bargeInConfirm().toMillis(),
        1_200,
        500,
        400,
        300,
        // On a machine that is too busy final words come late; the partial ones are half a
        // sentence.
        3_000,
        turns.longestUtterance().toMillis(),
        6_000);
  }
}
