package parley.dialogue.intents;

import java.util.Objects;

/// Something people say, and the intent they have: [#NONE] for talk that is none of the site's.
public record Example(String text, String intent) {

  /// The label of examples that belong to no intent (out of scope).
  public static final String NONE = "oos";

  public Example {
    Objects.requireNonNull(text);
    if (intent.isBlank()) {
      throw new IllegalArgumentException("An example needs an intent, or " + NONE);
    }
  }
}
