package parley.dialogue.turn;

import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;

/// What words say about the turn, apart from what they mean. Pure; implemented by the understanding
/// of the call's language.
public interface Phrasing {

  /// Only sounds of listening ("mhm", "okay"), which do not ask Parley to stop, given what was
  /// asked.
  boolean listeningOnly(Spoken words, Expectation expectation);

  /// How finished these words sound as an answer to what was asked.
  Completeness completeness(Spoken words, Expectation expectation);

  /// See [#completeness].
  enum Completeness {
    /// A whole answer or request: little silence is needed to be sure.
    COMPLETE,
    /// Could be either.
    OPEN,
    /// Ends in the middle ("my", "and", a preposition): the caller is thinking.
    UNFINISHED
  }
}
