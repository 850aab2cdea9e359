package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.call.CallHarness.listen;
import static parley.gateway.call.CallHarness.say;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry;

/// What the call's thread makes of a conversation: speaking, being interrupted, logging only what
/// was heard.
class CallConversationTest {

  private static List<ConversationAction> desk(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Started _ -> List.of(say("hello this is parley"), listen());
      case ConversationEvent.CallerSaid said ->
          said.words().text().equals("goodbye")
              ? List.of(
                  new ConversationAction.Note("goodbye", Confidence.CERTAIN, ""),
                  say("goodbye"),
                  new ConversationAction.End(Outcome.COMPLETED))
              : List.of(
                  new ConversationAction.Note("opening-hours", Confidence.CERTAIN, ""),
                  say("we are open from eight to six"),
                  listen());
      case ConversationEvent.CallerSilent _ -> List.of(say("are you there"), listen());
      case ConversationEvent.PartFailed(var part) -> List.of(say(part + " failed"), listen());
      case ConversationEvent.CallerPressed _ -> List.of(say("you pressed a key"), listen());
      default -> List.of();
    };
  }

  private static CallHarness call() {
    return new CallHarness(CallConversationTest::desk).begin();
  }

  @Test
  void aCallerIsGreetedAnsweredAndSeenOff() {
    CallHarness call = call().callerSilent(2_000).callerSays("when are you open");
    call.callerSilent(3_000).callerSays("goodbye").callerSilent(1_000);
    assertEquals(
        List.of(
            "PARLEY: hello this is parley",
            "CALLER: when are you open",
            "PARLEY: we are open from eight to six",
            "CALLER: goodbye",
            "PARLEY: goodbye"),
        call.transcript());
    assertTrue(call.isOver());
    assertEquals(Outcome.COMPLETED, call.ending().outcome());
    assertEquals("opening-hours", call.turns().get(1).understoodAs());
  }

  @Test
  void theGoodbyeIsHeardBeforeTheLineIsHungUp() {
    CallHarness call = call().callerSilent(2_000).callerSays("goodbye");
    assertFalse(call.line.done.contains("hang up"));
    call.callerSilent(280);
    assertFalse(call.line.done.contains("hang up"));
    call.callerSilent(100);
    assertTrue(call.line.done.contains("hang up"));
  }

  @Test
  void anInterruptedReplyIsLoggedAsFarAsItWasHeard() {
    CallHarness call = call().callerSilent(2_000).callerSays("when are you open");
    call.callerSilent(900).callerSays("goodbye");
    LogEntry.TurnTaken reply = call.turns().get(2);
    assertTrue(reply.interrupted());
    assertEquals("we are", reply.words().text());
    assertEquals(1, call.line.link().flushed);
    assertTrue(call.heardByConversation.contains("PromptInterrupted"));
  }

  @Test
  void aCoughOnlyHoldsTheReply() {
    CallHarness call = call().callerSilent(2_000).callerSays("when are you open");
    call.callerSilent(900).callerMakesNoise(200);
    assertTrue(call.line.link().isPaused());
    call.callerSilent(600).recognizerFinishes("");
    assertFalse(call.line.link().isPaused());
    call.callerSilent(3_000);
    assertEquals("PARLEY: we are open from eight to six", call.transcript().get(2));
    assertEquals(0, call.line.link().flushed);
  }

  /// The recognizer is so far behind that its words come when the caller has long been quiet.
  @Test
  void wordsOverAReplyThatComeLateAreLoggedAndAnswered() {
    CallHarness call = call().callerSilent(2_000).callerSays("when are you open");
    call.callerSilent(900).callerMakesNoise(900).callerSilent(2_000);
    assertTrue(call.line.link().isPaused());
    call.recognizerFinishes("goodbye").callerSilent(3_000);
    assertTrue(call.transcript().contains("CALLER: goodbye"), call.transcript().toString());
  }

  @Test
  void aVoiceOverAReplyThatIsNeverRecognizedIsLoggedAndAnswered() {
    CallHarness call = call().callerSilent(2_000).callerSays("when are you open");
    call.callerSilent(900).callerMakesNoise(900).callerSilent(5_000);
    assertTrue(call.transcript().contains("CALLER: "), call.transcript().toString());
    assertFalse(call.line.link().isPaused());
  }

  @Test
  void aCallerWhoAskedForItIsSpokenToSlowlyUntilTheyAskForTheUsualPace() {
    CallHarness call =
        new CallHarness(event ->
            switch (event) {
              case ConversationEvent.CallerSaid(Spoken said, var _) ->
                  List.of(
                      new ConversationAction.Pace(said.text().equals("slower")),
                      CallHarness.say("as you like"),
                      CallHarness.listen());
              default -> List.of(CallHarness.listen());
            })
            .begin();
    assertEquals(1_800, heardWithinMs(call.callerSays("slower")));
    assertEquals(900, heardWithinMs(call.callerSays("as before")));
  }

  private static long heardWithinMs(CallHarness call) {
    int before = call.turns().size();
    long ms = 0;
    while (call.turns().size() == before && ms < 10_000) {
      call.callerSilent(20);
      ms += 20;
    }
    return ms;
  }

  @Test
  void aCallerTurnIsInTheLogBeforeTheReplySounds() {
    CallHarness call = call().callerSilent(2_000).callerSays("when are you open");
    assertEquals("CALLER: when are you open", call.transcript().getLast());
    assertTrue(call.line.link().isPlaying());
  }

  @Test
  void silenceIsMentioned() {
    CallHarness call = call().callerSilent(1_300 + 6_000 + 1_500);
    assertEquals("PARLEY: are you there", call.transcript().getLast());
  }

  @Test
  void aKeyStopsTheReplyAndIsAnswered() {
    CallHarness call = call().callerSilent(500).presses('5').callerSilent(3_000);
    assertEquals(
        List.of("PARLEY: hello", "CALLER: 5", "PARLEY: you pressed a key"), call.transcript());
    assertTrue(call.turns().get(1).keyed());
  }

  @Test
  void lateWordsOfAnEarlierTurnChangeNothing() {
    CallHarness call = call().callerSilent(2_000).callerSays("when are you open");
    call.recognizerFinishes("when are you open").callerSilent(4_000);
    assertEquals(1, call.heardByConversation.stream().filter("CallerSaid"::equals).count());
  }

  @Test
  void aBrokenRecognizerIsToldToTheConversation() {
    CallHarness call = call().callerSilent(2_000);
    call.recognizers.breakDown();
    call.callerSilent(1_000);
    assertEquals("PARLEY: RECOGNIZER failed", call.transcript().getLast());
    assertEquals(0, call.recognizers.openStreams());
  }

  @Test
  void aVoiceThatFailsEndsInTheDialplanOrWithAPersonAndNotInSilence() {
    CallHarness call = new CallHarness(CallConversationTest::desk);
    call.voice.broken = true;
    call.begin();
    assertTrue(call.heardByConversation.contains("PartFailed"));
  }

  @Test
  void aBrokenAudioLineSendsTheCallerOn() {
    CallHarness call = call().callerSilent(500);
    call.line.link().breakDown();
    call.callerSilent(20);
    assertTrue(call.line.done.contains("leave to dialplan"));
    assertEquals(Outcome.FAILED, call.ending().outcome());
  }

  @Test
  void aSentenceThatIsNotWantedAnyMoreIsNoFault() {
    CallHarness call = new CallHarness(CallConversationTest::desk);
    call.voice.neverReady = true;
    call.begin().callerSilent(100).presses('5').callerSilent(100).presses('5').callerSilent(100);
    assertFalse(call.heardByConversation.contains("PartFailed"));
  }

  @Test
  void aLongAnswerIsSentNoFasterThanTheLineTakesIt() {
    String sentence = "a ".repeat(50).trim() + ".";
    CallHarness call =
        new CallHarness(event ->
            event instanceof ConversationEvent.Started
                ? List.of(say(sentence + " " + sentence), listen())
                : List.of());
    call.begin();
    for (int second = 0; second < 40; second++) {
      assertTrue(call.line.link().waitingMs() <= 18_000);
      call.callerSilent(1_000);
    }
    assertFalse(call.isOver());
    assertEquals(100, call.turns().getFirst().words().wordCount());
  }

  @Test
  void aLeaseThatIsNotRenewedOnceIsNoEnd() {
    CallHarness call = call();
    call.line.leaseRefusedWith = 1;
    call.callerSilent(6_000);
    assertFalse(call.isOver());
    call.line.leaseRefusedWith = 0;
    call.callerSilent(30_000);
    assertFalse(call.isOver());
  }

  @Test
  void anAsteriskThatIsGoneEndsTheCallWithItsLease() {
    CallHarness call = call();
    call.line.leaseRefusedWith = 1;
    call.callerSilent(16_000);
    assertEquals(Outcome.FAILED, call.ending().outcome());
  }

  @Test
  void aCallerWhoIsGoneUnheardIsFoundOutByTheLease() {
    CallHarness call = call();
    call.line.leaseRefusedWith = 404;
    call.callerSilent(6_000);
    assertEquals(Outcome.CALLER_HUNG_UP, call.ending().outcome());
  }
}
