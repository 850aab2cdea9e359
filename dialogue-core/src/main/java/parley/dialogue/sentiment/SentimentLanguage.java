package parley.dialogue.sentiment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What a site's files say about moods in one language.
///
/// @param code of the language
public record SentimentLanguage(String code, FeelingWords words, List<Example> examples) {

  /// How somebody feels who says an example.
  public enum Kind {
    POSITIVE,
    NEUTRAL,
    NEGATIVE,
    /// Negative, and angry.
    ANGER,
    /// Negative, and in danger.
    DISTRESS;

    /// As files spell it.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Something people say, and how they feel when they say it.
  public record Example(String text, Kind kind) {
    public Example {
      if (text.isBlank()) {
        throw new IllegalArgumentException("An example needs words");
      }
      Objects.requireNonNull(kind);
    }
  }

  public SentimentLanguage {
    Objects.requireNonNull(code);
    Objects.requireNonNull(words);
    examples = List.copyOf(examples);
  }
}
