package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TransferTried;
import parley.gateway.phone.CallEnd;

/// A caller asks for a person, whose phone is a real softphone.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class HandOverOverSipTest {

  private static final String AGENT_SAYS = "how can i pay every month";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final RunningServer server;
  private final TestSpeech speech;

  HandOverOverSipTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void callerAsksForAPersonAndBothTalkAfterAWhisper() throws Exception {
    try (Baresip agent = agent("agent1", Baresip.Answering.MANUAL);
        Caller caller = Caller.dial(server, speech).greeted()) {
      caller.say("Talk to a person");
      agent.awaitRinging();
      Await.until("music", SOON, () -> voicedLately(caller));
      agent.answer();
      awaitLeg(caller, "joined");
      long joined = System.nanoTime();
      Await.until("the agent has spoken", SOON, () -> System.nanoTime() - joined > 5_000_000_000L);
      String heard = speech.recognize(caller.heardBetween(joined, System.nanoTime()));
      caller.say("I forgot my password");
      agent.hangUp();
      CallEnd end =
          caller
              .call()
              .awaitEnded(SOON)
              .orElseThrow(() -> new AssertionError(caller.transcript() + "\n" + agent.log()));
      assertEquals(CallEnd.THERE, end);

      CallDetail call = caller.ended();
      assertEquals(Outcome.TRANSFERRED, call.call().outcome(), Caller.transcript(call));
      assertEquals(List.of("agent1 ANSWERED"), tries(call));
      assertEquals(
          List.of("rang", "answered", "joined"), Caller.agentLegs(call).subList(0, 3), "agent");
      assertTrue(TestSpeech.overlap(AGENT_SAYS, heard) >= 0.6, "caller heard: " + heard);
      assertWhisperAndCaller(agent, caller, call);
    }
  }

  /// The agent heard a whisper first, which nobody else did, and then the caller.
  private void assertWhisperAndCaller(Baresip agent, Caller caller, CallDetail call) {
    short[] sound = agent.heard();
    String heard = speech.recognize(sound);
    Figures.note("agent heard", heard);
    assertTrue(TestSpeech.overlap("i forgot my password", heard) >= 0.75, "agent heard: " + heard);
    assertTrue(new Recorded(sound).voicedShare(0, 2_500) > 0.3, "no whisper");
    String toCaller =
        Caller.turns(call, Speaker.PARLEY).stream()
            .map(turn -> turn.words().text())
            .collect(Collectors.joining(" "));
    assertFalse(toCaller.contains("Call,"), caller.transcript());
  }

  @Test
  void whenNobodyAnswersTheNextIsTriedAndACallbackPromised() throws Exception {
    try (Baresip first = agent("agent1", Baresip.Answering.MANUAL);
        Baresip second = agent("agent2", Baresip.Answering.MANUAL);
        Caller caller = Caller.dial(server, speech).greeted()) {
      caller.say("Talk to a person");
      Await.until("a phone rings", SOON, () -> first.rang() || second.rang());
      Baresip declining = first.rang() ? first : second;
      Baresip silent = first.rang() ? second : first;
      declining.hangUp();
      silent.awaitRinging();
      Await.until("two agents were tried", SOON, () -> tried(caller) == 2);
      assertTrue(caller.talk().awaitReplyOver());
      caller.press("1");
      CallEnd end =
          caller.call().awaitEnded(SOON).orElseThrow(() -> new AssertionError(caller.transcript()));
      assertEquals(CallEnd.THERE, end, caller.transcript());

      CallDetail call = caller.ended();
      Set<String> outcomes =
          call.transfers().stream().map(TransferTried::outcome).collect(Collectors.toSet());
      assertEquals(Set.of("DECLINED", "TIMED_OUT"), outcomes, Caller.transcript(call));
      assertEquals(Outcome.CALLBACK_PROMISED, call.call().outcome(), Caller.transcript(call));
      assertEquals(1, call.callbacks().size());
    }
  }

  @Test
  void thePhoneStopsRingingWhenTheCallerHangsUp() throws Exception {
    try (Baresip agent = agent("agent1", Baresip.Answering.MANUAL);
        Caller caller = Caller.dial(server, speech).greeted()) {
      caller.say("Talk to a person");
      agent.awaitRinging();
      long before = System.nanoTime();
      caller.hangUp();
      agent.awaitRingingOver();
      long ms = (System.nanoTime() - before) / 1_000_000;
      Figures.note("ms from the caller's hang-up to a silent phone", ms);
      assertTrue(ms < 2_000, "the phone rang on for " + ms + " ms");
      CallDetail call = caller.ended();
      assertEquals(List.of("agent1 CANCELLED"), tries(call));
      assertEquals(Outcome.CALLER_HUNG_UP, call.call().outcome());
    }
  }

  private Baresip agent(String name, Baresip.Answering answering) {
    List<short[]> sounds = new ArrayList<>();
    for (int times = 0; times < 20; times++) {
      sounds.add(speech.say(AGENT_SAYS));
      sounds.add(TestSpeech.silence(Duration.ofMillis(700)));
    }
    return Baresip.register(server, name, TestSpeech.join(sounds), answering);
  }

  private static boolean voicedLately(Caller caller) {
    return System.nanoTime() - caller.lastVoiceNanos() < 100_000_000L;
  }

  private static void awaitLeg(Caller caller, String event) {
    Await.until(
        "the agent's leg has " + event,
        SOON,
        () -> caller.detail().filter(call -> Caller.agentLegs(call).contains(event)).isPresent());
  }

  private static List<String> tries(CallDetail call) {
    return call.transfers().stream().map(t -> t.agent() + " " + t.outcome()).toList();
  }

  private static int tried(Caller caller) {
    return caller.detail().map(call -> call.transfers().size()).orElse(0);
  }
}
