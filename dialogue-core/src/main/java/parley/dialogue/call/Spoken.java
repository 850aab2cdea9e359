package parley.dialogue.call;

/// Words that a caller or Parley spoke, or keys that were pressed. Its text form hides them: words
/// spoken never reach a log. [#text] is for understanding, for speaking and for the call log's
/// database.
public record Spoken(String text) {

  public static final Spoken NOTHING = new Spoken("");

  public Spoken {
    text = text.strip();
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /// The number of words, for a log line that must not show them.
  public int wordCount() {
    return text.isEmpty() ? 0 : text.split("\\s+").length;
  }

  @Override
  public String toString() {
    return "[" + wordCount() + " words]";
  }
}
