package parley.dialogue.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.dialogue.call.Spoken;
import parley.dialogue.privacy.Masking;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// The one sentence that prepares a person for the caller: what they asked last, how they sound,
/// where they call from. Personal data in it is masked: before the text is cut and its punctuation
/// lost, by which mail addresses and dates are known. Pure.
final class Summary {

  private static final int LONGEST_WORDS = 20;
  private static final int ENDING = 2;

  private final Prompts prompts;

  Summary(Tools tools) {
    this.prompts = tools.prompts();
  }

  Spoken of(Scene scene) {
    List<String> parts = new ArrayList<>();
    String asked = shortened(Masking.mask(scene.memory.asked().text()));
    parts.add(
        asked.isEmpty()
            ? prompts.text(Prompt.SUMMARY_NOTHING_ASKED, 0)
            : prompts.text(Prompt.SUMMARY_ASKED, 0, Map.of("asked", asked)));
    if (scene.memory.distressed()) {
      parts.add(prompts.text(Prompt.SUMMARY_DISTRESS, 0));
    } else if (scene.tally.angry() > 0) {
      parts.add(prompts.text(Prompt.SUMMARY_ANGRY, 0));
    }
    String digits = scene.line.caller().value().replaceAll("[^0-9]", "");
    if (digits.length() > ENDING) {
      String ending = Digits.spoken(digits.substring(digits.length() - ENDING));
      parts.add(prompts.text(Prompt.SUMMARY_NUMBER, 0, Map.of("ending", ending)));
    }
    return new Spoken(String.join(", ", parts) + ".");
  }

  private static String shortened(String text) {
    Words words = Words.of(text);
    return words.size() <= LONGEST_WORDS
        ? words.text()
        : new Words(words.list().subList(0, LONGEST_WORDS)).text();
  }
}
