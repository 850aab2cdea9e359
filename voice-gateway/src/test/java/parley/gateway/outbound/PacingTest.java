package parley.gateway.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.callback.dial.DiallerAwayException;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.config.Secret;
import parley.config.Settings;
import parley.config.TrunkSettings;
import parley.gateway.FreePort;
import parley.gateway.ami.AmiControl;
import parley.gateway.ari.AriClient;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.Agents;
import parley.transfer.agent.PhoneState;

/// How many calls fit, and what is never dialled; there is no Asterisk.
class PacingTest {
  private static final String NUMBER = "+4989555019";

  private final AgentBoard board =
      new AgentBoard(
          Agents.from(List.of(agent("anna"), agent("ben"), agent("carl"))),
          Duration.ZERO,
          Clock.systemUTC());
  private final OutboundCalls calls = new OutboundCalls();
  private final Set<String> joined = new HashSet<>();
  private int places = 10;

  private static Settings.AgentSettings agent(String id) {
    return new Settings.AgentSettings(id, id, "20", null, Set.of("general"), Set.of("en"));
  }

  private int room(int channels) {
    return new Pacing(board, calls, channels, () -> places, joined::contains).room("general");
  }

  private void idle(String... agents) {
    for (String agent : agents) {
      board.phoneState(agent, PhoneState.IDLE);
    }
  }

  private Underway dials() {
    return calls.begin(OutboundNode.attempt(NUMBER));
  }

  @Test
  void noMoreThanFreeAgents() {
    assertEquals(0, room(10));
    idle("anna", "ben", "carl");
    assertEquals(3, room(10));
    Underway first = dials();
    assertEquals(2, room(10));
    // Joined with an agent, who is not free any more.
    first.answered();
    joined.add(first.attempt().id().toString());
    board.phoneState("anna", PhoneState.IN_CALL);
    assertEquals(2, room(10));
    calls.end(first);
    idle("anna");
    assertEquals(3, room(10));
  }

  @Test
  void noMoreThanTheTrunkHasChannels() {
    idle("anna", "ben", "carl");
    assertEquals(2, room(2));
    Underway _ = dials();
    assertEquals(1, room(2));
    Underway _ = dials();
    assertEquals(0, room(2));
  }

  @Test
  void noMoreThanParleyWouldAdmit() {
    idle("anna", "ben", "carl");
    places = 1;
    assertEquals(1, room(10));
    Underway _ = dials();
    assertEquals(0, room(10));
  }

  @Test
  void anAsteriskThatIsAwayIsSaidAsSuchAndANumberWithOtherSignsIsNotDialled() {
    idle("anna");
    AriClient ari =
        new AriClient(
            "127.0.0.1:" + FreePort.next(),
            "parley",
            new Secret("secret"),
            Duration.ofSeconds(5),
            "parley");
    AmiControl ami =
        new AmiControl(
            "127.0.0.1",
            FreePort.next(),
            "parley",
            new Secret("secret"),
            Duration.ofSeconds(5),
            (_, _) -> {});
    try (ari) {
      AsteriskDialler dialler = dialler(ari, ami, "PJSIP/{number}@trunk");
      Attempt attempt = OutboundNode.attempt(NUMBER);
      assertThrows(DiallerAwayException.class, () -> dialler.dial(attempt));
      assertEquals(List.of(), calls.all());
      assertEquals(
          AttemptOutcome.NUMBER_REFUSED, dialler.dial(OutboundNode.attempt("555019&SIP/1")));
      assertEquals(1, dialler.room("general"));
      assertEquals(0, dialler(ari, ami, null).room("general"));
    }
  }

  private AsteriskDialler dialler(
      AriClient ari, AmiControl ami, @org.jspecify.annotations.Nullable String endpoint) {
    TrunkSettings trunk =
        new TrunkSettings(endpoint, Map.of(), null, Map.of(), 5, Duration.ofSeconds(5), false);
    return new AsteriskDialler(
        ari,
        ami,
        calls,
        trunk,
        new Pacing(board, calls, 5, () -> places, joined::contains),
        AgentFirst.NEVER);
  }
}
