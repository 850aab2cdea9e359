package parley.dialogue.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.call.Spoken;
import parley.dialogue.memory.Relevance;
import parley.dialogue.privacy.Gist;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// The one sentence that prepares a person for the caller: what they asked last, how they sound,
/// where they call from. Personal data in it is masked: before the text is cut and its punctuation
/// lost, by which mail addresses and dates are known. Pure.
final class Summary {

  private static final int ENDING = 2;
  private static final int LONGEST_TOPIC = 10;

  private final Prompts prompts;
  private final Relevance relevance;

  Summary(Tools tools) {
    this.prompts = tools.prompts();
    this.relevance = tools.relevance();
  }

  Spoken of(Scene scene) {
    List<String> parts = new ArrayList<>();
    String asked = Words.of(Gist.of(scene.memory.asked().text())).text();
    parts.add(
        asked.isEmpty()
            ? prompts.text(Prompt.SUMMARY_NOTHING_ASKED, 0)
            : prompts.text(Prompt.SUMMARY_ASKED, 0, Map.of("asked", asked)));
    if (scene.memory.distressed()) {
      parts.add(prompts.text(Prompt.SUMMARY_DISTRESS, 0));
    } else if (scene.tally.angry() > 0) {
      parts.add(prompts.text(Prompt.SUMMARY_ANGRY, 0));
    }
    earlier(scene).ifPresent(parts::add);
    String digits = scene.line.caller().value().replaceAll("[^0-9]", "");
    if (digits.length() > ENDING) {
      String ending = Digits.spoken(digits.substring(digits.length() - ENDING));
      parts.add(prompts.text(Prompt.SUMMARY_NUMBER, 0, Map.of("ending", ending)));
    }
    return new Spoken(String.join(", ", parts) + ".");
  }

  /// What the person should know of the conversations before, in a few words.
  private Optional<String> earlier(Scene scene) {
    if (scene.earlier.callBackDue()) {
      return Optional.of(prompts.text(Prompt.SUMMARY_CALL_BACK_DUE, 0));
    }
    return scene.earlier.relevant(Words.of(scene.memory.asked().text()), relevance).stream()
        .filter(before -> !before.resolved() && !before.topic().isEmpty())
        .findFirst()
        .map(before -> {
          Words topic = Words.of(before.topic().text());
          Words few = new Words(topic.list().subList(0, Math.min(LONGEST_TOPIC, topic.size())));
          return prompts.text(Prompt.SUMMARY_EARLIER, 0, Map.of("topic", few.text()));
        });
  }
}
