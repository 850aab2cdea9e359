package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.call.CallHarness.listen;
import static parley.gateway.call.CallHarness.say;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;

/// The language of a call changes in its middle: ears and voice go over, and nothing that was said
/// is lost.
class CallLanguageTest {

  private static List<ConversationAction> desk(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Started _ -> List.of(say("hello"), listen());
      case ConversationEvent.CallerSaid(Spoken words, _) ->
          words.text().contains("deutsch")
              ? List.of(german(), say("gern was gibt es"), listen())
              : List.of(say("verstanden"), listen());
      default -> List.of();
    };
  }

  private static ConversationAction german() {
    return new ConversationAction.ChangeLanguage("de", Spoken.NOTHING);
  }

  private static CallHarness changed() {
    return new CallHarness(CallLanguageTest::desk)
        .begin()
        .callerSilent(1_000)
        .callerSays("sprechen sie deutsch");
  }

  @Test
  void earsAndVoiceGoOverAndTheCallerIsHeardInTheNewLanguage() {
    CallHarness call = changed().callerSilent(3_000);
    call.callerSays("wo ist mein paket").callerSilent(2_000);

    assertEquals(List.of("en", "de"), call.recognizers.languages);
    assertEquals(List.of("en: hello", "de: gern was gibt es", "de: verstanden"), call.voice.spoken);
    assertEquals(
        List.of(
            "PARLEY: hello",
            "CALLER: sprechen sie deutsch",
            "PARLEY: gern was gibt es",
            "CALLER: wo ist mein paket",
            "PARLEY: verstanden"),
        call.transcript());
    assertFalse(call.isOver());
  }

  @Test
  void theRecognizerOfTheOldLanguageIsGivenBackAndTheNewOneAtTheEnd() {
    CallHarness call = changed().callerSilent(3_000);
    assertEquals(1, call.recognizers.openStreams());

    call.tell(new CallEvent.CallerGone(16, ""));

    assertTrue(call.isOver());
    assertEquals(0, call.recognizers.openStreams());
  }

  @Test
  void aCallerWhoSpeaksOverTheFirstWordsInTheNewLanguageIsHeardInIt() {
    CallHarness call = changed().callerSilent(300);
    call.callerSays("wo ist mein paket").callerSilent(2_000);

    assertTrue(
        call.transcript().contains("CALLER: wo ist mein paket"), call.transcript()::toString);
    assertEquals(List.of("en", "de"), call.recognizers.languages);
  }

  @Test
  void theSameLanguageAgainOpensNoSecondRecognizer() {
    CallHarness call = changed().callerSilent(3_000);
    call.callerSays("ich spreche deutsch").callerSilent(2_000);

    assertEquals(List.of("en", "de"), call.recognizers.languages);
  }
}
