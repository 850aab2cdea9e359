package parley.dialogue.flows;

import java.util.Map;

/// One sentence of a flow in every language of the site. `{slot}` stands for a slot's value.
///
/// @param byLanguage by ISO 639-1 code; none when nothing is to be said
public record FlowText(Map<String, String> byLanguage) {

  public static final FlowText NONE = new FlowText(Map.of());

  public FlowText {
    byLanguage = Map.copyOf(byLanguage);
  }

  /// The sentence, empty when there is none.
  public String in(String language) {
    return byLanguage.getOrDefault(language, "");
  }

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }
}
