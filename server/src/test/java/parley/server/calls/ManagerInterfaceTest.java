package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.gateway.ami.AmiControl;
import parley.gateway.ami.AmiException;
import parley.gateway.asterisk.AsteriskLogins;
import parley.transfer.agent.PhoneState;

/// What is asked of Asterisk by its manager interface, with real phones: their states, calls that
/// Parley begins, and sending a caller elsewhere.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class ManagerInterfaceTest {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String AGENTS = "from-agent";
  private static final String CALLERS = "parley-in";
  private static final String ECHO = "1009";
  private static final String NUMBER = "+15550133";

  private final RunningServer server;
  private final TestSpeech speech;

  /// What was told without being asked, by device.
  private final Map<String, PhoneState> told = new ConcurrentHashMap<>();

  private final AmiControl ami;

  ManagerInterfaceTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
    ami =
        new AmiControl(
            "127.0.0.1",
            server.settings().asterisk().amiPort(),
            server.settings().asterisk().amiUser(),
            AsteriskLogins.of(server.settings()).ami(),
            SOON,
            told::put);
  }

  @BeforeEach
  void connect() {
    ami.start();
    Await.until("the manager interface is connected", SOON, ami::isConnected);
  }

  @AfterEach
  void disconnect() {
    ami.close();
  }

  @Test
  void aPhonesStateIsToldByItsDeviceAndByItsExtension() {
    assertEquals(PhoneState.OFFLINE, ami.extensionState(AGENTS, "2003"));
    try (Baresip phone = silent("agent3", Baresip.Answering.MANUAL)) {
      awaitState("agent3", "2003", PhoneState.IDLE);
      ami.originate("PJSIP/agent3", CALLERS, ECHO, NUMBER, SOON, Map.of());
      phone.awaitRinging();
      awaitState("agent3", "2003", PhoneState.RINGING);
      phone.answer();
      awaitState("agent3", "2003", PhoneState.IN_CALL);
      phone.hangUp();
      awaitState("agent3", "2003", PhoneState.IDLE);
    }
    assertEquals(PhoneState.OFFLINE, ami.extensionState(AGENTS, "2999"));
  }

  @Test
  void whoeverAnswersACallThatWasBegunTalksWithParley() {
    short[] question =
        TestSpeech.join(
            List.of(
                TestSpeech.silence(Duration.ofSeconds(11)),
                speech.say("What are your opening hours"),
                TestSpeech.silence(Duration.ofSeconds(30))));
    try (Baresip phone = Baresip.register(server, "agent3", question, Baresip.Answering.AUTO)) {
      awaitState("agent3", "2003", PhoneState.IDLE);
      ami.originate(
          "PJSIP/agent3",
          CALLERS,
          server.settings().asterisk().extension(),
          NUMBER,
          SOON,
          Map.of("PARLEY_TEST", "1"));
      Await.until(
          "the question is answered",
          Duration.ofSeconds(40),
          () -> find().filter(ManagerInterfaceTest::isAnswered).isPresent());
      phone.hangUp();
      CallDetail call =
          Await.value(
              "the call is closed in the log",
              SOON,
              () -> find().filter(detail -> detail.call().endedAt() != null));
      assertEquals(Outcome.CALLER_HUNG_UP, call.call().outcome(), Caller.transcript(call));
    }
  }

  @Test
  void aCallerWhoIsSentElsewhereHasLeftParleyAndNothingOfTheCallIsLeft() throws Exception {
    try (Ari ari = new Ari(server.settings());
        Caller caller = Caller.dial(server, speech).greeted()) {
      Await.until("it is the only call", SOON, () -> callers(ari).size() == 1);
      String channel = callers(ari).getFirst();
      ami.redirect(channel, CALLERS, ECHO);
      CallDetail call = caller.ended();
      assertEquals(Outcome.FAILED, call.call().outcome(), Caller.transcript(call));
      Await.until("Parley has let go", SOON, this::hasLetGo);
      assertEquals(List.of(channel), ari.remains());
      caller.nextVoice(SOON);
    }
  }

  @Test
  void whatAsteriskRefusesIsSaidSo() {
    AmiException refused =
        assertThrows(
            AmiException.class, () -> ami.redirect("PJSIP/nobody-00000000", CALLERS, ECHO));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("Asterisk refused Redirect"),
        refused::toString);
  }

  private Baresip silent(String agent, Baresip.Answering answering) {
    return Baresip.register(server, agent, TestSpeech.silence(Duration.ofSeconds(30)), answering);
  }

  /// Both ways to learn it agree.
  private void awaitState(String device, String extension, PhoneState state) {
    Await.until(
        device + " is " + state,
        SOON,
        () ->
            told.get("PJSIP/" + device) == state && ami.extensionState(AGENTS, extension) == state);
  }

  private boolean hasLetGo() {
    return server
        .status()
        .filter(now -> now.calls() == 0 && now.recognizers() == 0 && now.channels() == 1)
        .isPresent();
  }

  private static List<String> callers(Ari ari) {
    return ari.remains().stream().filter(name -> name.startsWith("PJSIP/")).toList();
  }

  private Optional<CallDetail> find() {
    CallLog log = server.parley().log();
    return log.list(new CallLog.Filter(null, null, NUMBER, null, 1, 0)).stream()
        .findFirst()
        .flatMap(call -> log.find(call.id()));
  }

  private static boolean isAnswered(CallDetail call) {
    return Caller.turns(call, Speaker.PARLEY).stream()
        .anyMatch(turn -> turn.citations().contains("opening-hours"));
  }
}
