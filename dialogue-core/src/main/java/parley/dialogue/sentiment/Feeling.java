package parley.dialogue.sentiment;

import java.util.Objects;

/// How a caller feels in one message.
///
/// @param anger insults, threats, outrage, or patience at its end
/// @param distress somebody may be in danger, harmed, or in fear for life
public record Feeling(Sentiment sentiment, boolean anger, boolean distress) {

  public static final Feeling CALM = new Feeling(Sentiment.NEUTRAL, false, false);

  public Feeling {
    Objects.requireNonNull(sentiment);
  }
}
