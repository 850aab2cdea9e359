package parley.dialogue.call;

/// What the question just asked makes likely to be said next. It chooses the recognizer's
/// vocabulary and how long a silence ends the caller's turn: a yes ends sooner than a number that
/// is read out in groups.
public enum Expectation {
  /// Anything: a question, a request, a command.
  ANYTHING,
  YES_NO,
  /// A string of digits, spoken or keyed, ended by # or by silence.
  DIGITS,
  /// A day or a time of day.
  DATE_TIME,
  /// A person's name, said or spelled.
  NAME
}
