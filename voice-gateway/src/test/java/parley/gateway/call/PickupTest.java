package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.gateway.call.Pickup.Found;

/// A person says a word and waits, a machine talks on; on virtual time.
class PickupTest {
  private final Pickup pickup = new Pickup();
  private long nowMs;

  /// Plays voice (`500v`) and silence (`600s`) in milliseconds.
  private Found after(String line) {
    for (String part : line.split(" ")) {
      long ms = Long.parseLong(part.substring(0, part.length() - 1));
      for (long end = nowMs + ms; nowMs < end; ) {
        nowMs += 20;
        Found _ = pickup.frame(nowMs, part.endsWith("v"));
      }
    }
    return pickup.found();
  }

  @ParameterizedTest
  @CsvSource({
    "'1480s', NOT_YET",
    "'1500s', PERSON",
    "'200s 400v 580s', NOT_YET",
    "'200s 400v 600s', PERSON",
    "'800s 300v 300s 700v 600s', PERSON",
    "'2000v 600s', PERSON",
    "'60v 1500s', PERSON",
    "'300s 3980v', NOT_YET",
    "'300s 4000v', MACHINE",
    "'500s 2400v 400s 1600v', MACHINE",
    "'300s 8000v 1480s', MACHINE",
    "'300s 8000v 1500s', MACHINE_LISTENS",
    "'300s 8000v 900s 2000v 1480s', MACHINE",
    "'300s 29000v', MACHINE_LISTENS"
  })
  void voiceAndPausesTellWhoItIs(String line, Found expected) {
    assertEquals(expected, after(line));
  }

  @Test
  void withoutAudioSomebodyIsGreetedAllTheSame() {
    assertEquals(Found.NOT_YET, pickup.passed(1_480));
    assertEquals(Found.PERSON, pickup.passed(1_500));
  }

  @Test
  void aMachineThatPausedAfterHelloIsToldByItsWords() {
    assertEquals(Found.PERSON, after("500v 600s"));
    assertTrue(pickup.words(nowMs, "please leave a message"));
    assertEquals(Found.MACHINE, after("4000v"));
    assertEquals(Found.MACHINE_LISTENS, after("1500s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi you have reached anna please leave a message",
        "the person you are calling is not available right now",
        "uh i'm out leave me a message after the beep",
        "you are connected to the mailbox of peter",
        "bitte hinterlassen sie eine nachricht nach dem ton",
        "laissez votre message apr\u00e8s le bip",
        "deje su mensaje despu\u00e9s de la se\u00f1al"
      })
  void whatMachinesSayIsKnown(String words) {
    assertTrue(MachineWords.in(words));
  }

  @Test
  void aToneEndsAMachinesGreeting() {
    assertEquals(Found.NOT_YET, after("300s 1500v"));
    assertTrue(pickup.tone(nowMs));
    assertEquals(Found.MACHINE_LISTENS, pickup.found());
  }

  @Test
  void aPhoneThatBeepsBesideAPersonIsNoMachine() {
    assertEquals(Found.PERSON, after("300s 500v 600s"));
    assertFalse(pickup.tone(nowMs));
    assertEquals(Found.PERSON, after("500v 600s"));
    assertFalse(pickup.tone(nowMs));
  }

  @Test
  void aToneBeforeAnyWordIsNoMachines() {
    assertEquals(Found.NOT_YET, after("1000s"));
    assertFalse(pickup.tone(nowMs));
  }

  @Test
  void aMachineThatTalksOnOverUsIsToldByItsTone() {
    assertEquals(Found.PERSON, after("500v 600s"));
    assertEquals(Found.PERSON, after("2000v"));
    assertTrue(pickup.tone(nowMs));
  }

  @Test
  void whoAsksAfterManyWordsIsAPerson() {
    assertEquals(Found.MACHINE, after("300s 4500v"));
    assertFalse(pickup.words(nowMs, "good morning harper and sons how can i help you"));
    assertEquals(Found.PERSON, after("600s"));
  }

  @Test
  void aReceptionistSpeaksLikeAMachineUntilTheyAsk() {
    assertEquals(Found.NOT_YET, after("300s 2000v"));
    assertTrue(pickup.words(nowMs, "mister brown is not available right now"));
    assertEquals(Found.MACHINE, after("800v"));
    assertFalse(
        pickup.words(nowMs, "mister brown is not available right now may i take a message"));
    assertEquals(Found.PERSON, after("600s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "yes this is anna speaking",
        "i sent you a message yesterday about my order",
        "who is calling please",
        "can you leave it at the door after ten",
        "ja hallo wer ist da"
      })
  void whatPeopleSayIsNot(String words) {
    assertFalse(MachineWords.in(words));
  }
}
