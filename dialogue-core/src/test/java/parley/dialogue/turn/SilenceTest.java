package parley.dialogue.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// When a silence is worth a word.
class SilenceTest {

  @Test
  void silenceIsMentionedAgainAndAgainAndCounted() {
    TurnScript call = new TurnScript().silence(6_000);
    assertEquals(List.of(new TurnAction.Silence(1)), actions(call));
    call.promptStarts(true).silence(2_000).promptEnds().silence(6_000);
    assertEquals(List.of(new TurnAction.Silence(1), new TurnAction.Silence(2)), actions(call));
  }

  @Test
  void thePromptItselfIsNoSilence() {
    TurnScript call = new TurnScript().promptStarts(true).silence(20_000).promptEnds();
    assertTrue(actions(call).isEmpty());
    call.silence(5_900);
    assertTrue(actions(call).isEmpty());
  }

  @Test
  void aCallerWhoAskedForTimeHasIt() {
    TurnScript call = new TurnScript().holding(30_000).silence(29_900);
    assertTrue(actions(call).isEmpty());
    call.silence(200);
    assertEquals(List.of(new TurnAction.Silence(1)), actions(call));
  }

  @Test
  void aNewQuestionEndsTheTimeThatWasAskedFor() {
    TurnScript call = new TurnScript().holding(600_000).silence(10_000);
    call.expecting(parley.dialogue.call.Expectation.YES_NO).silence(6_000);
    assertEquals(List.of(new TurnAction.Silence(1)), actions(call));
  }

  @Test
  void theCountStartsAgainWhenTheCallerWasHeard() {
    TurnScript call = new TurnScript().silence(6_000).voice(400).words("yes").silence(300);
    call.finished("yes").silence(6_000);
    assertEquals(
        List.of(new TurnAction.Silence(1), new TurnAction.Silence(1)),
        actions(call).stream().filter(TurnAction.Silence.class::isInstance).toList());
  }

  private static List<TurnAction> actions(TurnScript call) {
    return call.wanted().stream().map(TurnScript.Wanted::action).toList();
  }
}
