package parley.dialogue.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// When a sound over a prompt is an interruption.
class BargeInTest {

  private static TurnScript prompt() {
    return new TurnScript().promptStarts(true).silence(1_000);
  }

  @Test
  void thePromptPausesWithTheFirstVoice() {
    TurnScript call = prompt().voice(20);
    assertEquals(1_020, call.when(TurnAction.PausePrompt.class));
  }

  @Test
  void wordsMakeItAnInterruption() {
    TurnScript call = prompt().voice(400).words("where is");
    assertEquals(List.of("PausePrompt", "StopPrompt"), call.kinds());
    call.voice(400).words("where is my order").silence(320).finished("where is my order");
    assertEquals("where is my order", call.commit().words().text());
  }

  @Test
  void aCoughLetsThePromptGoOn() {
    TurnScript call = prompt().voice(300).silence(600).finished("");
    assertEquals(List.of("PausePrompt", "RequestFinal", "ResumePrompt"), call.kinds());
    assertTrue(call.when(TurnAction.ResumePrompt.class) - 1_020 <= 2_000);
  }

  @Test
  void listeningSoundsLetThePromptGoOn() {
    TurnScript call = prompt().voice(300).words("mhm").silence(600).finished("mhm");
    assertEquals(List.of("PausePrompt", "RequestFinal", "ResumePrompt"), call.kinds());
  }

  @Test
  void theSecondSoundIsJudgedLikeTheFirst() {
    TurnScript call = prompt().voice(200).silence(600).finished("").voice(400).words("no wait");
    assertEquals(
        List.of("PausePrompt", "RequestFinal", "ResumePrompt", "PausePrompt", "StopPrompt"),
        call.kinds());
  }

  @Test
  void aLongVoiceWithoutWordsStopsThePromptAndIsAnswered() {
    TurnScript call = prompt().voice(1_300).silence(1_000).finished("");
    assertTrue(call.kinds().contains("StopPrompt"));
    assertTrue(call.commit().words().isEmpty());
  }

  @Test
  void aHeldPromptIsDecidedWithinTwoSeconds() {
    TurnScript call = prompt();
    for (int i = 0; i < 50; i++) {
      call.voice(20).silence(40).finished("");
    }
    long decided =
        Math.max(call.when(TurnAction.ResumePrompt.class), call.when(TurnAction.StopPrompt.class));
    assertTrue(decided > 0 && decided - 1_020 <= 2_060);
  }

  @Test
  void aPromptThatMustBeHeardIsNotStoppedButListenedThrough() {
    TurnScript call = new TurnScript().promptStarts(false).voice(800).words("where is my order");
    call.silence(320).finished("where is my order");
    assertFalse(call.kinds().contains("PausePrompt"));
    assertEquals("where is my order", call.commit().words().text());
  }

  @Test
  void aReplyThatStartsWhileTheCallerSpeaksWaits() {
    TurnScript call = new TurnScript().voice(200).promptStarts(true);
    assertEquals(List.of("PausePrompt"), call.kinds());
  }

  /// A busy machine: the voice is long over when its words come.
  @Test
  void wordsThatComeLateAreNotLost() {
    TurnScript call = prompt().voice(900).silence(1_500).finished("call me back");
    assertEquals(List.of("PausePrompt", "RequestFinal", "StopPrompt", "Commit"), call.kinds());
    assertEquals("call me back", call.commit().words().text());
  }

  /// The next sentence of a reply begins when the caller has just spoken into the gap before it.
  @Test
  void whatWasSaidJustBeforeAPromptIsNotLost() {
    TurnScript call = new TurnScript().voice(1_100).silence(600).promptStarts(true).silence(600);
    call.finished("are you a real human being");
    assertEquals(List.of("PausePrompt", "RequestFinal", "StopPrompt", "Commit"), call.kinds());
  }

  @Test
  void whatWasSaidJustBeforeAPromptIsAnsweredThoughNoWordCameOfIt() {
    TurnScript call =
        new TurnScript().voice(1_100).silence(600).promptStarts(true).silence(600).finished("");
    assertTrue(call.commit().words().isEmpty());
  }

  @Test
  void aRecognizerThatDoesNotAnswerMakesNoCoughOfAVoice() {
    TurnScript call = prompt().voice(900).silence(4_000);
    assertEquals(List.of("PausePrompt", "RequestFinal", "StopPrompt", "Commit"), call.kinds());
    assertTrue(call.commit().words().isEmpty());
  }

  @Test
  void aCoughThatTheRecognizerDoesNotAnswerLetsThePromptGoOn() {
    TurnScript call = prompt().voice(300).silence(4_000);
    assertEquals(List.of("PausePrompt", "RequestFinal", "ResumePrompt"), call.kinds());
  }

  @Test
  void aKeyStopsThePromptAtOnce() {
    TurnScript call = prompt().presses();
    assertEquals(List.of("StopPrompt"), call.kinds());
  }
}
