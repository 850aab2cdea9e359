package parley.server.eval.scenarios;

import java.nio.file.Path;
import parley.dialogue.conversation.HandOverResult;

/// What happens in a turn: what the caller does, or what becomes of something begun before.
sealed interface Deed {

  record Says(String text) implements Deed {}

  /// Speaks by a recording.
  record Plays(Path file) implements Deed {}

  /// Words that the recognizer is unsure of.
  record Mumbles(String text) implements Deed {}

  /// A sound without a word.
  record Noise() implements Deed {}

  /// @param keys 0 to 9, `*` and `#`
  record Presses(String keys) implements Deed {}

  /// @param times since the caller was last heard
  record Silent(int times) implements Deed {}

  record HandOverEnds(HandOverResult result) implements Deed {}

  /// The caller has heard the whole prompt.
  record HearsPrompt() implements Deed {}
}
