package parley.dialogue.consistency;

/// Two places of the knowledge that a person should look at together.
public sealed interface Finding {

  Statement one();

  Statement other();

  /// Both are asked for in nearly the same words.
  ///
  /// @param likeness of the two wordings, at most 1
  record Duplicate(
      Statement one, Statement other, String wording, String otherWording, double likeness)
      implements Finding {}

  /// Both say nearly the same, but not the same figure, day or amount, or one says yes and the
  /// other no.
  ///
  /// @param about what differs, such as `3 day` and `5 day`
  record Contradiction(
      Statement one, Statement other, String sentence, String otherSentence, String about)
      implements Finding {}
}
