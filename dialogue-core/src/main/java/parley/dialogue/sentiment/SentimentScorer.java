package parley.dialogue.sentiment;

import parley.dialogue.understanding.Mood;

/// Tells how a caller feels in a message. The same message always gets the same. Thread: any,
/// several at a time.
@FunctionalInterface
public interface SentimentScorer {

  /// Where nothing is known of a language's moods: neutral, with the flags of the word lists.
  SentimentScorer NONE =
      (_, flags) -> new Feeling(Sentiment.NEUTRAL, flags.anger(), flags.distress());

  /// Takes a message of any length and script; one without words is neutral.
  ///
  /// @param flags what the word lists of anger and distress say of it
  Feeling of(String message, Mood.Heard flags);
}
