package parley.dialogue.entities;

/// What a finder found, before it is weighed against what others found in the same words.
///
/// @param from the first token
/// @param to the token after the last
record Find(int from, int to, EntityValue value) {

  int length() {
    return to - from;
  }
}
