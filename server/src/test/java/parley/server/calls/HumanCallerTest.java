package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.gateway.phone.CallEnd;
import parley.speech.audio.Resampler;
import parley.speech.audio.WavFile;

/// Callers with a human voice: that of Asterisk's own English sounds, which every clone has, and
/// one recorded elsewhere.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class HumanCallerTest {

  /// As people read out a number, with a breath between two digits.
  private static final Duration BREATH = Duration.ofMillis(120);

  private static final Duration GOODBYE = Duration.ofSeconds(30);

  /// Digits by a speaker of the Free Spoken Digit Dataset (CC BY-SA 4.0), beside a checkout of
  /// ours.
  private static final Path OTHER_VOICE =
      RunningServer.HOME.resolve("../shared/speech/test/fsddstr8k_yweweler_2.wav");

  private static final String OTHER_NUMBER = "2470822765";

  private final RunningServer server;
  private final TestSpeech speech;

  HumanCallerTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void aNumberReadOutByAHumanIsTheOneThatIsCalledBack() throws Exception {
    assertPromised(digits("5550142"), "5550142");
  }

  @Test
  void aNumberReadOutByAnotherHumanIsTheOneThatIsCalledBack() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(OTHER_VOICE),
        "Skipped: the recordings of shared/speech are not beside this checkout");
    short[] readOut = Resampler.convert(WavFile.read(OTHER_VOICE), TestSpeech.RATE_HZ).samples();
    assertPromised(readOut, OTHER_NUMBER);
  }

  @Test
  void aHumanGoodbyeEndsTheCall() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      caller.say(TestSpeech.human("vm-goodbye"));
      CallEnd end =
          caller
              .call()
              .awaitEnded(GOODBYE)
              .orElseThrow(() -> new AssertionError(caller.transcript()));
      assertEquals(CallEnd.THERE, end, caller.transcript());
      CallDetail call = caller.ended();
      assertEquals(Outcome.COMPLETED, call.call().outcome(), Caller.transcript(call));
      assertEquals(
          "goodbye", Caller.turns(call, Speaker.CALLER).getFirst().words().text().replace(" ", ""));
    }
  }

  /// What is said where nobody asked for it must not be taken for something else.
  @Test
  void aHumanPromptThatIsNoQuestionIsNotAnswered() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      caller.talk().ask(TestSpeech.human("tt-monkeysintro"));
      assertTrue(caller.turn(Speaker.PARLEY, 1).citations().isEmpty(), caller.transcript());
    }
  }

  private void assertPromised(short[] readOut, String number) throws Exception {
    try (Caller caller = Caller.dialWithheld(server, speech).greeted()) {
      caller.pressAndListen("0");
      caller.talk().ask(readOut);
      caller.press("1");
      CallEnd end =
          caller
              .call()
              .awaitEnded(GOODBYE)
              .orElseThrow(() -> new AssertionError(caller.transcript()));
      assertEquals(CallEnd.THERE, end, caller.transcript());
      CallDetail call = caller.ended();
      assertEquals(Outcome.CALLBACK_PROMISED, call.call().outcome(), Caller.transcript(call));
      assertEquals(number, call.callbacks().getFirst().number().value(), Caller.transcript(call));
    }
  }

  private static short[] digits(String number) {
    return TestSpeech.join(
        number
            .chars()
            .mapToObj(digit -> "digits/" + (char) digit)
            .flatMap(name -> Stream.of(TestSpeech.human(name), TestSpeech.silence(BREATH)))
            .toList());
  }
}
