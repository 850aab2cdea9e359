package parley.dialogue.entities;

/// A value found in a text. Its text form hides the value.
///
/// @param start where it begins in the text, in chars
/// @param end where it ends, exclusive
public record Entity(EntityValue value, int start, int end) {

  public Entity {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("An entity from " + start + " to " + end + " is no text");
    }
  }

  /// One text for one value, such as `money=49.90 EUR`.
  public String canonical() {
    return value.canonical();
  }
}
