package parley.dialogue.turn;

import parley.dialogue.call.Confidence;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;

/// What turn-taking is told. All times are milliseconds from the moment the call was answered, and
/// never go backwards.
public sealed interface TurnEvent {

  long atMs();

  /// 20 ms of the caller's audio ended: was there a voice in it?
  record Frame(long atMs, boolean voice) implements TurnEvent {}

  /// Time passed although no audio came.
  record Tick(long atMs) implements TurnEvent {}

  /// The recognizer's words so far for the utterance under way.
  record Partial(long atMs, Spoken words) implements TurnEvent {}

  /// The recognizer's final words for the utterance that [TurnAction.RequestFinal] ended.
  record Finished(long atMs, Spoken words, Confidence confidence) implements TurnEvent {}

  /// The first audio of a prompt went out.
  record PromptStarted(long atMs, boolean interruptible) implements TurnEvent {}

  /// Everything that was to be said has been heard, or was stopped.
  record PromptEnded(long atMs) implements TurnEvent {}

  /// The conversation waits for this kind of answer.
  record Expecting(long atMs, Expectation expectation) implements TurnEvent {}

  /// The caller asked for time: no silence prompt before `untilMs`.
  record Holding(long atMs, long untilMs) implements TurnEvent {}

  /// The caller pressed a key.
  record Pressed(long atMs) implements TurnEvent {}
}
