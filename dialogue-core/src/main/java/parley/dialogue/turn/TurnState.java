package parley.dialogue.turn;

import org.jspecify.annotations.Nullable;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;

/// Where a call's turn-taking stands. Immutable; made by [#initial] and changed by
/// [TurnTaking#step] only.
///
/// @param utterance the caller's speech under way, null while the caller is quiet
/// @param awaited an utterance whose final words were asked for, null when none was
public record TurnState(
    Expectation expectation,
    Prompt prompt,
    @Nullable Utterance utterance,
    @Nullable Awaited awaited,
    Quiet quiet) {

  public static TurnState initial() {
    return new TurnState(Expectation.ANYTHING, Prompt.NONE, null, null, new Quiet(0, 0, 0));
  }

  /// What Parley is saying.
  ///
  /// @param pausedAtMs when it was held for a possible interruption, -1 while it plays
  record Prompt(boolean sounding, boolean interruptible, long pausedAtMs) {
    static final Prompt NONE = new Prompt(false, true, -1);

    boolean paused() {
      return pausedAtMs >= 0;
    }

    boolean canBePaused() {
      return sounding && interruptible && !paused();
    }

    Prompt pausedAt(long atMs) {
      return new Prompt(sounding, interruptible, atMs);
    }

    Prompt resumed() {
      return new Prompt(sounding, interruptible, -1);
    }
  }

  /// Speech under way.
  ///
  /// @param voicedMs how much voice there was, in all
  /// @param overPrompt whether it began while a prompt sounded, so that a short noise must not
  ///   answer for it
  record Utterance(
      long startMs, long lastVoiceMs, long voicedMs, Spoken words, boolean overPrompt) {

    Utterance voiced(long atMs, long frameMs) {
      return new Utterance(startMs, atMs, voicedMs + frameMs, words, overPrompt);
    }

    /// From now on it must be answered, even if no word comes of it: it stopped a prompt, or nobody
    /// knows what it was.
    Utterance confirmed() {
      return new Utterance(startMs, lastVoiceMs, voicedMs, words, false);
    }

    Utterance said(Spoken newWords, long heardUntilMs) {
      return new Utterance(
          startMs, Math.max(lastVoiceMs, heardUntilMs), voicedMs, newWords, overPrompt);
    }
  }

  /// An ended utterance that waits for its final words.
  ///
  /// @param holdsPrompt a prompt is held until they tell whether it was an interruption
  record Awaited(Utterance utterance, long decidedAtMs, boolean holdsPrompt) {

    /// No words will come. What was more than a short noise may have been any words.
    Awaited unheard() {
      return new Awaited(utterance.confirmed(), decidedAtMs, holdsPrompt);
    }
  }

  /// Since when nobody has said anything, how often that was mentioned, and until when it is not to
  /// be mentioned.
  record Quiet(long sinceMs, int mentioned, long holdUntilMs) {}

  TurnState with(Prompt newPrompt) {
    return new TurnState(expectation, newPrompt, utterance, awaited, quiet);
  }

  TurnState with(Quiet newQuiet) {
    return new TurnState(expectation, prompt, utterance, awaited, newQuiet);
  }

  TurnState with(Expectation newExpectation) {
    return new TurnState(newExpectation, prompt, utterance, awaited, quiet);
  }

  TurnState speaking(@Nullable Utterance newUtterance) {
    return new TurnState(expectation, prompt, newUtterance, awaited, quiet);
  }

  TurnState awaiting(@Nullable Awaited newAwaited) {
    return new TurnState(expectation, prompt, utterance, newAwaited, quiet);
  }
}
