package parley.dialogue.entities;

/// Days in a text.
///
/// @param from the first token
/// @param to the token after the last
record DateFind(int from, int to, EntityValue.Dates dates) {

  DateFind startingAt(int token) {
    return new DateFind(token, to, dates);
  }
}
