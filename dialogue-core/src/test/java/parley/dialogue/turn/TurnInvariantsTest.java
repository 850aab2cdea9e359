package parley.dialogue.turn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for whatever a caller and a recognizer do: seeded random calls.
class TurnInvariantsTest {
  private static final String[] WORDS = {"", "mhm", "yes", "my", "where is my order", "okay"};

  @Test
  void noPromptStaysHeldAndNoTurnStaysOpen() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      TurnScript call = new TurnScript();
      for (int i = 0; i < 60; i++) {
        act(call, random);
      }
      String name = "seed " + seed;
      call.silence(4_000).finished("").silence(4_000);
      List<String> kinds = call.kinds();
      int held = 0;
      for (String kind : kinds) {
        held += kind.equals("PausePrompt") ? 1 : 0;
        held -= held > 0 && (kind.equals("ResumePrompt") || kind.equals("StopPrompt")) ? 1 : 0;
        assertTrue(held <= 1, name + " holds a prompt twice");
      }
      assertTrue(held == 0, name + " leaves a prompt held: " + kinds);
      long asked = kinds.stream().filter("RequestFinal"::equals).count();
      long committed = kinds.stream().filter("Commit"::equals).count();
      assertTrue(committed <= asked, name + " commits more turns than it ended");
    }
  }

  private static void act(TurnScript call, Random random) {
    switch (random.nextInt(9)) {
      case 0, 1 -> call.voice(random.nextInt(900));
      case 2, 3 -> call.silence(random.nextInt(1_500));
      case 4 -> call.words(WORDS[random.nextInt(WORDS.length)]);
      case 5 -> call.finished(WORDS[random.nextInt(WORDS.length)]);
      case 6 -> call.promptStarts(random.nextInt(5) > 0);
      case 7 -> call.promptEnds();
      default -> call.presses();
    }
  }
}
