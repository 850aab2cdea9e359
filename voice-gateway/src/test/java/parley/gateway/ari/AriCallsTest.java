package parley.gateway.ari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.Eventually.eventually;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.config.Secret;
import parley.gateway.FakeAsterisk;
import parley.gateway.call.CallEvent;

/// Admission, routing and reconciliation, with an Asterisk that only records what it is asked.
class AriCallsTest {
  private static final String ORPHAN = "11111111-1111-1111-1111-111111111111";

  private final HoldingCalls answering = new HoldingCalls();
  private FakeAsterisk asterisk;
  private AriClient ari;
  private AriCalls calls;

  @BeforeEach
  void start() throws IOException {
    asterisk =
        new FakeAsterisk().on("GET /ari/channels", 200, "[]").on("GET /ari/bridges", 200, "[]");
    Duration deadline = Duration.ofSeconds(5);
    ari = new AriClient(asterisk.address(), "parley", new Secret("secret"), deadline, "parley");
    MediaOpener media = new MediaOpener(ari, 8_000, deadline, null);
    calls = new AriCalls(ari, media, Recorder.NONE, answering, 2, deadline);
  }

  @AfterEach
  void stop() throws IOException {
    calls.stop(Duration.ofSeconds(5));
    ari.close();
    asterisk.close();
  }

  private static AriEvent.Entered entered(String channel) {
    return new AriEvent.Entered(
        channel,
        "PJSIP/" + channel,
        "100",
        "1000",
        "sip",
        List.of("dialplan"),
        new AriEvent.DialplanPlace("parley-in", "1000", 4));
  }

  private String admitted(String channel) {
    calls.told(entered(channel));
    eventually(channel + " is answered", () -> answering.ids.containsKey(channel));
    return String.valueOf(answering.ids.get(channel));
  }

  private void isTold(String event) {
    eventually(event + " in " + answering.told, () -> answering.told.contains(event));
  }

  private static String channel(String id, String appData) {
    return "{\"id\":\"%s\",\"dialplan\":{\"app_name\":\"Stasis\",\"app_data\":\"%s\"}}"
        .formatted(id, appData);
  }

  @Test
  void eachEventReachesTheCallThatItBelongsTo() {
    String id = admitted("caller1");
    String _ = admitted("caller2");
    String agent = "parley-agent-" + id + "-1";
    calls.told(new AriEvent.Pressed("caller1", "5"));
    calls.told(new AriEvent.Pressed("nobody", "6"));
    calls.told(new AriEvent.StateChanged(agent, "Ringing"));
    calls.told(entered(agent));
    calls.told(new AriEvent.Left(agent));
    isTold(String.valueOf(new CallEvent.AgentRings(agent)));
    isTold(String.valueOf(new CallEvent.AgentAnswered(agent)));
    isTold(String.valueOf(new CallEvent.AgentGone(agent, 0)));
    calls.told(new AriEvent.Gone("caller1", 16, "Normal"));
    isTold(String.valueOf(new CallEvent.CallerGone(16, "Normal")));
    eventually("one call is left", () -> calls.live() == 1);
    calls.told(new AriEvent.Left("caller2"));
    eventually("none is left", () -> calls.live() == 0);
  }

  @Test
  void whoFindsNoRoomGoesToTheBusyFallback() {
    String _ = admitted("caller1");
    String _ = admitted("caller2");
    calls.told(entered("caller3"));
    eventually("refused", () -> answering.refused.equals(List.of("all 2 places are taken")));
    assertTrue(
        asterisk.requests().stream()
            .anyMatch(r ->
                r.startsWith("POST /ari/channels/caller3/continue?")
                    && r.contains("context=parley-fallback")));
    assertEquals(2, calls.live());
  }

  @Test
  void aCallThatCannotBeginGoesOnInTheDialplanAtOnce() {
    answering.fault = new IllegalStateException("no such language");
    calls.told(entered("caller1"));
    eventually("sent on", () -> asterisk.wasAsked("POST /ari/channels/caller1/continue"));
    eventually("forgotten", () -> calls.live() == 0);
  }

  @Test
  void anAgentWhoAnswersForNobodyIsHungUp() {
    String agent = "parley-agent-" + ORPHAN + "-1";
    calls.told(entered(agent));
    eventually("hung up", () -> asterisk.wasAsked("DELETE /ari/channels/" + agent));
  }

  @Test
  void whenParleyStopsCallsAreToldAndNewOnesSentOn() {
    String _ = admitted("caller1");
    assertTrue(calls.stop(Duration.ofSeconds(5)));
    assertEquals(List.of("ParleyStops[]"), answering.told);
    calls.told(entered("caller2"));
    assertEquals(0, calls.live());
  }

  @Test
  void whatNobodyOwnsIsFreedAndTalksAreLeftAlone() {
    String id = admitted("caller1");
    String media = "parley-media-" + ORPHAN;
    String agent = "parley-agent-" + ORPHAN + "-1";
    asterisk.on(
        "GET /ari/channels",
        200,
        "["
            + String.join(
                ",",
                channel("caller1", "parley,dialplan,1000"),
                channel("parley-media-" + id, "parley"),
                channel(media, "parley"),
                channel(agent, "parley,agent," + ORPHAN),
                channel("lost", "parley,dialplan,1000"),
                channel("plain", "parley"),
                channel("talks", "parley,dialplan,1000"),
                channel("elsewhere", "other-app"),
                "{\"id\":\"queue\",\"dialplan\":{\"app_name\":\"Queue\",\"app_data\":\"parley,x\"}}")
            + "]");
    asterisk.on(
        "GET /ari/bridges",
        200,
        """
        [{"id":"parley-bridge-%1$s","channels":["talks","%2$s"]},
         {"id":"parley-whisper-%1$s","channels":[]},
         {"id":"parley-bridge-%3$s","channels":[]},
         {"id":"somebody-elses","channels":[]}]
        """
            .formatted(ORPHAN, agent, id));
    calls.reconcile();
    List<String> done = changes();
    assertEquals(
        List.of(
            "DELETE /ari/bridges/parley-whisper-" + ORPHAN,
            "DELETE /ari/channels/" + media,
            "POST /ari/applications/parley/subscription?eventSource=channel%3Acaller1",
            "POST /ari/applications/parley/subscription?eventSource=channel%3Aparley-media-" + id,
            "POST /ari/channels/lost/continue",
            "POST /ari/channels/plain/continue"),
        done);
    assertEquals(1, calls.live());
  }

  @Test
  void whatAnotherParleyOnThisAsteriskHasIsItsOwn() {
    asterisk.on(
        "GET /ari/channels",
        200,
        "["
            + String.join(
                ",",
                channel("theirs", "parleytwo,dialplan,1000"),
                channel("parleytwo-media-" + ORPHAN, "parleytwo"),
                channel("parleytwo-agent-" + ORPHAN + "-1", "parleytwo,agent," + ORPHAN))
            + "]");
    asterisk.on(
        "GET /ari/bridges",
        200,
        "[{\"id\":\"parleytwo-bridge-%s\",\"channels\":[]}]".formatted(ORPHAN));
    calls.reconcile();
    calls.sweep();
    calls.sweep();
    assertEquals(List.of(), changes());
  }

  @Test
  void aCallOfOursThatFindsNoRoomHearsAnApology() {
    String _ = admitted("caller1");
    String _ = admitted("caller2");
    calls.told(
        new AriEvent.Entered(
            ORPHAN,
            "Local/x",
            "",
            "s",
            "",
            List.of("outbound", ORPHAN),
            new AriEvent.DialplanPlace("parley-callback-talk", "s", 2)));
    eventually("refused", () -> answering.refused.size() == 1);
    assertTrue(
        asterisk.requests().stream()
            .anyMatch(r ->
                r.startsWith("POST /ari/channels/" + ORPHAN + "/continue?")
                    && r.contains("context=parley-callback-broken")));
  }

  @Test
  void whatACallHasLeftBehindIsFreedWhenItIsFoundTwice() {
    String id = admitted("caller1");
    asterisk.on(
        "GET /ari/channels",
        200,
        "["
            + String.join(
                ",",
                channel("lost", "parley,dialplan,1000"),
                channel("parley-media-" + id, "parley"),
                channel("parley-media-" + ORPHAN, "parley"),
                channel("parley-agent-" + ORPHAN + "-1", "parley,agent," + ORPHAN))
            + "]");
    asterisk.on(
        "GET /ari/bridges",
        200,
        "[{\"id\":\"parley-bridge-%s\",\"channels\":[]},{\"id\":\"other\",\"channels\":[]}]"
            .formatted(ORPHAN));
    calls.sweep();
    assertEquals(List.of(), changes());
    calls.sweep();
    assertEquals(
        List.of(
            "DELETE /ari/bridges/parley-bridge-" + ORPHAN,
            "DELETE /ari/channels/parley-media-" + ORPHAN),
        changes());
  }

  private List<String> changes() {
    return asterisk.requests().stream().filter(r -> !r.startsWith("GET ")).sorted().toList();
  }

  @Test
  void aCallWhoseCallerIsGoneIsToldSo() {
    String _ = admitted("caller1");
    calls.reconcile();
    isTold(String.valueOf(new CallEvent.CallerGone(0, "gone while events were away")));
  }

  @Test
  void aListingThatFailsLeavesCallsAlone() {
    String _ = admitted("caller1");
    asterisk.on("GET /ari/channels", 500, "{\"message\":\"no\"}");
    AriException refused =
        org.junit.jupiter.api.Assertions.assertThrows(AriException.class, calls::reconcile);
    assertFalse(refused.isGone());
    assertEquals(1, calls.live());
  }
}
