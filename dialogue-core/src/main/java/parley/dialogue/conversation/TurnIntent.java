package parley.dialogue.conversation;

import java.util.Optional;
import parley.dialogue.intents.Intents;
import parley.dialogue.understanding.Understanding;
import parley.dialogue.words.Words;

/// What a turn wants, found out when it is first asked for and then known. Thread: one owner,
/// within one step.
final class TurnIntent {

  private final Understanding understanding;
  private final Words words;
  private Optional<Intents.Found> found = Optional.empty();
  private boolean asked;

  TurnIntent(Understanding understanding, Words words) {
    this.understanding = understanding;
    this.words = words;
  }

  Optional<Intents.Found> get() {
    if (!asked) {
      asked = true;
      found = understanding.intent(words);
    }
    return found;
  }
}
