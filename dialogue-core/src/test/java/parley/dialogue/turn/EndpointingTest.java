package parley.dialogue.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Expectation;

/// When a caller's turn is over.
class EndpointingTest {

  @Test
  void aCompleteAnswerEndsAfterTheShortestSilence() {
    TurnScript call =
        new TurnScript().expecting(Expectation.YES_NO).voice(400).words("yes").silence(400);
    assertEquals(400 + 300, call.when(TurnAction.RequestFinal.class));
  }

  @Test
  void wordsThatCouldGoOnEndLater() {
    TurnScript call = new TurnScript().voice(800).words("i have a question").silence(700);
    assertEquals(800 + 600, call.when(TurnAction.RequestFinal.class));
  }

  @Test
  void aCallerWhoStopsInTheMiddleIsGivenTime() {
    TurnScript call = new TurnScript().voice(800).words("i want to change my").silence(1_100);
    assertEquals(List.of(), call.kinds());
    call.voice(400).words("i want to change my address").silence(700);
    assertEquals(List.of("RequestFinal"), call.kinds());
  }

  @Test
  void digitsReadInGroupsAreOneTurn() {
    TurnScript call = new TurnScript().expecting(Expectation.DIGITS);
    call.voice(600).words("four seven").silence(1_300).voice(600).words("four seven one one");
    assertEquals(List.of(), call.kinds());
    call.silence(1_600);
    assertEquals(List.of("RequestFinal"), call.kinds());
  }

  @Test
  void theTurnIsCommittedWithTheFinalWordsAndItsTimes() {
    TurnScript call =
        new TurnScript().silence(1_000).voice(800).words("where is my order").silence(320);
    TurnAction.Commit commit = call.finished("where is my order").commit();
    assertEquals("where is my order", commit.words().text());
    assertEquals(1_020, commit.startMs());
    assertEquals(1_800, commit.endMs());
    assertEquals(2_100, commit.endpointMs());
  }

  @Test
  void wordsThatComeLateDoNotMakeTheTurnLonger() {
    TurnScript call = new TurnScript().voice(800).silence(200).words("yes").silence(200);
    assertEquals(800 + 300, call.when(TurnAction.RequestFinal.class));
  }

  @Test
  void aCallerTooQuietForTheVoiceDetectorIsHeardByTheWords() {
    TurnScript call =
        new TurnScript().silence(1_000).words("where").silence(300).words("where is my order");
    call.silence(400);
    assertEquals(List.of("RequestFinal"), call.kinds());
    assertEquals("where is my order", call.finished("where is my order").commit().words().text());
  }

  @Test
  void voiceWithoutWordsIsAnsweredOnce() {
    TurnScript call = new TurnScript().voice(1_000).silence(1_000).finished("");
    assertTrue(call.commit().words().isEmpty());
    assertEquals(List.of("RequestFinal", "Commit"), call.kinds());
  }

  @Test
  void aShortNoiseIsNotAnswered() {
    TurnScript call = new TurnScript().voice(200).silence(1_000).finished("").silence(1_000);
    assertEquals(List.of("RequestFinal"), call.kinds());
  }

  @Test
  void finalWordsThatNeverComeAreReplacedByTheLastPartialOnes() {
    TurnScript call = new TurnScript().voice(400).words("yes").silence(300).silence(1_500);
    assertEquals("yes", call.commit().words().text());
    assertTrue(call.commit().confidence().value() < 0.5);
    call.finished("yes please");
    assertEquals(1, call.kinds().stream().filter("Commit"::equals).count());
  }

  @Test
  void aVoiceThatNeverStopsIsEndedAndTakenAsItIs() {
    TurnScript call = new TurnScript().voice(600).words("so what happened is");
    call.voice(30_000);
    assertEquals(30_020, call.when(TurnAction.RequestFinal.class));
  }

  @Test
  void aNoiseThatNeverStopsIsEndedSooner() {
    TurnScript call = new TurnScript().voice(10_000);
    assertEquals(6_020, call.when(TurnAction.RequestFinal.class));
  }

  @Test
  void audioThatStopsArrivingEndsTheTurnToo() {
    TurnScript call = new TurnScript().voice(400).words("yes").noAudio(300);
    assertEquals(List.of("RequestFinal"), call.kinds());
  }

  @Test
  void speechDuringTheWaitForFinalWordsIsTheNextTurn() {
    TurnScript call = new TurnScript().voice(400).words("yes").silence(300).voice(200);
    call.finished("yes").voice(400).words("where is my order").silence(300);
    assertEquals(List.of("RequestFinal", "Commit", "RequestFinal"), call.kinds());
    assertEquals("where is my order", call.finished("where is my order").commit().words().text());
  }
}
