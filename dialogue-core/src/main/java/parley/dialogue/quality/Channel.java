package parley.dialogue.quality;

/// How a reply reaches the customer, and how long it may be there.
///
/// @see QualityCheck
public enum Channel {
  /// About 30 seconds of speech at 150 words a minute; longer sentences are lost to the ear.
  VOICE(75, 28),
  CHAT(150, 60),
  EMAIL(600, 80);

  private final int mostWords;
  private final int longestSentence;

  Channel(int mostWords, int longestSentence) {
    this.mostWords = mostWords;
    this.longestSentence = longestSentence;
  }

  int mostWords() {
    return mostWords;
  }

  int longestSentence() {
    return longestSentence;
  }
}
