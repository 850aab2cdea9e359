package parley.speech.recognize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A vocabulary as libvosk takes it: a JSON list of phrases in words that the model knows, or
/// everything. An empty list never reaches libvosk, it would end the process.
///
/// @param json empty for the whole language model
/// @param words what can be heard; empty for the whole language model
/// @param unknownWords words left out because the model does not know them
/// @param othersToo whether other words are listened for beside these
record Grammar(
    String name, String json, Set<String> words, Set<String> unknownWords, boolean othersToo) {

  static final Grammar OPEN = new Grammar("open", "", Set.of(), Set.of(), false);

  static Grammar of(Vocabulary vocabulary, ModelWords model) {
    return switch (vocabulary) {
      case Vocabulary.Open() -> OPEN;
      case Vocabulary.Phrases(String name, List<String> phrases) ->
          phrases(name, phrases, model, false);
      case Vocabulary.Expected(Vocabulary.Phrases(String name, List<String> phrases)) ->
          phrases(name, phrases, model, true);
    };
  }

  private static Grammar phrases(
      String name, List<String> phrases, ModelWords model, boolean othersToo) {
    Set<String> known = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String phrase : phrases) {
      Map<Boolean, List<String>> words =
          Arrays.stream(phrase.toLowerCase(Locale.ROOT).split("\\s+"))
              .filter(word -> !word.isEmpty())
              .collect(Collectors.partitioningBy(model::knows));
      unknown.addAll(words.getOrDefault(false, List.of()));
      known.add(String.join(" ", words.getOrDefault(true, List.of())));
    }
    known.remove("");
    if (known.isEmpty()) {
      return new Grammar(name, "", Set.of(), unknown, false);
    }
    Set<String> words =
        known.stream()
            .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
            .collect(Collectors.toUnmodifiableSet());
    List<String> listed = new ArrayList<>(known);
    if (model.knows(VoskJson.UNKNOWN)) {
      listed.add(VoskJson.UNKNOWN);
    }
    return new Grammar(name, VoskJson.array(listed), words, unknown, othersToo);
  }

  boolean isOpen() {
    return json.isEmpty();
  }
}
