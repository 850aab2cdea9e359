package parley.callback.work;

import parley.callback.plan.Attempt;

/// Whether a call may be made for a callback now.
public sealed interface Beginning {

  /// It is written down that this attempt is made: dial it.
  ///
  /// @param resumed it was begun before, by a process that died or could not ask Asterisk: whether
  ///   it was dialled, Asterisk knows
  record Begun(Attempt attempt, boolean resumed) implements Beginning {}

  /// Not now, or not by this node; it comes again by itself.
  enum Later implements Beginning {
    /// Its hour was moved.
    NOT_DUE,
    /// As many calls of its queue as may be are made, or others are before it.
    NO_ROOM,
    /// It was begun through another Asterisk, and only nodes there can learn what became of it.
    ELSEWHERE
  }

  /// There is nothing to call any more.
  record Gone() implements Beginning {}
}
