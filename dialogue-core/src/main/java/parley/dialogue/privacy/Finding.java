package parley.dialogue.privacy;

import java.util.Comparator;

/// A place in a text that holds personal data: characters from `from` up to, not including, `to`.
/// Holds no word of the text, so it may be logged.
public record Finding(PersonalKind kind, int from, int to) {

  static final Comparator<Finding> IN_ORDER = Comparator.comparingInt(Finding::from);

  public Finding {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("from " + from + " to " + to + " is no place in a text");
    }
  }

  boolean overlaps(Finding other) {
    return from < other.to && other.from < to;
  }

  public String in(String text) {
    return text.substring(from, to);
  }
}
