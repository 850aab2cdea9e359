package parley.dialogue.flows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.files.Fields;
import parley.dialogue.words.Words;

/// Reads what a flow says and hears: a mapping from language to text.
final class TextFields {

  /// Longer sentences cannot be followed by ear (about 25 seconds of speech).
  private static final int LONGEST = 400;

  private final Set<String> languages;

  TextFields(Set<String> languages) {
    this.languages = languages;
  }

  /// The text under a key, in every language; none when the key is not there.
  FlowText optional(Fields fields, String key) {
    return fields.has(key) ? required(fields, key) : FlowText.NONE;
  }

  FlowText required(Fields fields, String key) {
    Map<String, String> texts = new HashMap<>();
    below(fields, key)
        .ifPresent(below -> {
          for (String language : languages) {
            String text = below.text(language);
            if (text.length() > LONGEST) {
              below.problem(
                  below.line(language),
                  "`" + key + "` has " + text.length() + " characters, too long to listen to.",
                  "Expected at most " + LONGEST + ".");
            }
            texts.put(language, text);
          }
        });
    return new FlowText(texts);
  }

  /// Phrases that callers say, by language; every language needs one.
  Map<String, List<Words>> phrases(Fields fields, String key) {
    Map<String, List<Words>> phrases = new HashMap<>();
    below(fields, key)
        .ifPresent(below -> {
          for (String language : languages) {
            List<Words> some = new ArrayList<>();
            below.texts(language).forEach(text -> some.add(Words.of(text)));
            if (some.isEmpty() || some.contains(Words.NONE)) {
              below.problem(
                  below.line(language),
                  "`" + key + "` has no words in `" + language + "`.",
                  "Expected a list of phrases as callers say them.");
            }
            phrases.put(language, some);
          }
        });
    return phrases;
  }

  private Optional<Fields> below(Fields fields, String key) {
    Optional<Fields> below = fields.below(key);
    below.ifPresent(found -> found.allowOnly(languages));
    return below;
  }
}
