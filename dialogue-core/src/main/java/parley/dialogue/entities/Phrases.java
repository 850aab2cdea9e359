package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Phrases that are looked for at every word of a text: by their first word, because most words
/// begin none. Immutable; any thread.
final class Phrases {
  private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

  private Phrases(List<String> phrases) {
    for (String phrase : phrases) {
      List<String> words = List.of(phrase.split(" "));
      byFirstWord.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words);
    }
    byFirstWord.values().forEach(same -> same.sort((a, b) -> b.size() - a.size()));
  }

  static Phrases of(String... phrases) {
    return new Phrases(List.of(phrases));
  }

  /// The token after the longest phrase that stands here; -1 when none does.
  int after(Tokens tokens, int at) {
    List<List<String>> same = byFirstWord.get(tokens.word(at));
    if (same != null) {
      for (List<String> phrase : same) {
        if (tokens.phrase(at, phrase)) {
          return at + phrase.size();
        }
      }
    }
    return -1;
  }
}
