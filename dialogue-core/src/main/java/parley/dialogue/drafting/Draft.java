package parley.dialogue.drafting;

/// Something that an entry might be found by, for a person to look through.
///
/// @param text lower-case words
public record Draft(Kind kind, String text, Origin origin) {

  /// What it is.
  public enum Kind {
    QUESTION,
    KEYWORD
  }

  /// Where it comes from; what callers said comes first.
  public enum Origin {
    /// Said by a caller, and answered with the entry.
    CALLER("a caller said it"),
    /// Said by a caller, and not understood; the entry is the nearest.
    UNANSWERED("a caller said it and was not understood"),
    MODEL("written by the language model"),
    FORM("made by a pattern"),
    ANSWER("from the answer");

    private final String text;

    Origin(String text) {
      this.text = text;
    }

    /// For who looks it through.
    public String text() {
      return text;
    }
  }

  @Override
  public String toString() {
    // Callers' words reach no log.
    return kind + " of " + text.length() + " characters, " + origin;
  }
}
