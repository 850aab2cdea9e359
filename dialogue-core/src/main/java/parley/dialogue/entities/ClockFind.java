package parley.dialogue.entities;

/// A time, or from one to another, in a text.
///
/// @param from the first token
/// @param to the token after the last
/// @param begin the only one, where it is one
/// @param end the same as `begin` for one time
record ClockFind(int from, int to, Clock begin, Clock end) {

  boolean single() {
    return begin.equals(end);
  }

  ClockFind in(DayPart part) {
    if (single()) {
      return new ClockFind(from, to, begin.in(part), end.in(part));
    }
    Clock last = end.in(part);
    return new ClockFind(from, to, begin.open() ? begin.before(last) : begin, last);
  }

  ClockFind until(int token) {
    return new ClockFind(from, token, begin, end);
  }

  /// With both halves of the day decided.
  ClockFind usual() {
    if (single()) {
      return new ClockFind(from, to, begin.usual(), begin.usual());
    }
    if (!end.open()) {
      return new ClockFind(from, to, begin.before(end), end);
    }
    Clock first = begin.usual();
    return new ClockFind(from, to, first, end.after(first));
  }
}
