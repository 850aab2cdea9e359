package parley.dialogue.turn;

import parley.dialogue.call.Confidence;
import parley.dialogue.call.Spoken;

/// What turn-taking wants done at once.
public sealed interface TurnAction {

  /// Hold the prompt where it is: somebody may be interrupting.
  record PausePrompt() implements TurnAction {}

  /// It was a cough or a "mhm": go on where the prompt was held.
  record ResumePrompt() implements TurnAction {}

  /// The interruption is real: throw the rest of the prompt away.
  record StopPrompt() implements TurnAction {}

  /// The caller has finished: ask the recognizer for its final words.
  record RequestFinal() implements TurnAction {}

  /// Forget the utterance under way; nothing was said.
  record DropUtterance() implements TurnAction {}

  /// The caller's turn is over. `words` are empty when a voice was heard but no word. `startMs` and
  /// `endMs` are the first and the last voice; `endpointMs` is when the end was decided, `finalMs`
  /// when the final words came.
  record Commit(
      Spoken words, Confidence confidence, long startMs, long endMs, long endpointMs, long finalMs)
      implements TurnAction {}

  /// Nobody said anything for the time that the conversation allows; `times` counts up from 1.
  record Silence(int times) implements TurnAction {}
}
