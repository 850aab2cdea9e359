package parley.dialogue.prompts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The wordings of one language. Where a prompt has several, they take turns, so that a caller does
/// not hear the same sentence over and over. Immutable; any thread.
public final class Prompts {

  private final Map<Prompt, List<String>> wordings;
  private final Map<String, List<String>> extra;

  /// `extra`: sentences under keys of the site's own, which escalation rules name in `say`.
  public Prompts(Map<Prompt, List<String>> wordings, Map<String, List<String>> extra) {
    Map<Prompt, List<String>> copy = new EnumMap<>(Prompt.class);
    wordings.forEach((prompt, texts) -> copy.put(prompt, List.copyOf(texts)));
    this.wordings = Collections.unmodifiableMap(copy);
    Map<String, List<String>> extraCopy = new LinkedHashMap<>();
    extra.forEach((key, texts) -> extraCopy.put(key, List.copyOf(texts)));
    this.extra = Collections.unmodifiableMap(extraCopy);
  }

  /// The wording whose turn it is, placeholders filled in. `turn` is any number that grows.
  public String text(Prompt prompt, int turn, Map<String, String> values) {
    List<String> texts = wordings.getOrDefault(prompt, List.of());
    return texts.isEmpty() ? "" : fill(texts.get(Math.floorMod(turn, texts.size())), values);
  }

  public String text(Prompt prompt, int turn) {
    return text(prompt, turn, Map.of());
  }

  /// The sentence under any key of the file, own or shipped; empty when there is none.
  public String byKey(String key, int turn) {
    List<String> texts = all().getOrDefault(key, List.of());
    return texts.isEmpty() ? "" : texts.get(Math.floorMod(turn, texts.size()));
  }

  /// Whether `key` can be said as it stands: it exists and has no placeholder.
  public boolean sayable(String key) {
    List<String> texts = all().getOrDefault(key, List.of());
    return !texts.isEmpty() && texts.stream().noneMatch(text -> text.contains("{"));
  }

  /// All sentences that are said, without placeholders, and all these answers, so that the voice
  /// can prepare them.
  public List<String> fixed(List<String> answers) {
    List<String> fixed = new ArrayList<>();
    Stream.concat(
            extra.values().stream(),
            wordings.entrySet().stream()
                .filter(prompt -> !prompt.getKey().written())
                .map(Map.Entry::getValue))
        .flatMap(List::stream)
        .filter(text -> !text.contains("{"))
        .forEach(fixed::add);
    fixed.addAll(answers);
    return fixed.stream().distinct().toList();
  }

  private Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>(extra);
    wordings.forEach((prompt, texts) -> all.put(prompt.key(), texts));
    return all;
  }

  private static String fill(String text, Map<String, String> values) {
    String filled = text;
    for (var value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
