package parley.callback.promise;

/// Why a number cannot be called back.
public enum NumberProblem {
  /// The caller's number is withheld.
  MISSING("I cannot see your number."),
  /// It is a name or holds signs that no telephone has.
  NOT_A_NUMBER("That is not a telephone number that I can dial."),
  TOO_SHORT("That number is too short to be dialled."),
  /// Longer than ITU-T E.164 allows.
  TOO_LONG("That number is too long to be dialled."),
  /// Calling it would call Parley.
  OUR_OWN("That is our own number."),
  EMERGENCY("I must not dial that number.");

  private final String sentence;

  NumberProblem(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
