package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.call.CallHarness.listen;
import static parley.gateway.call.CallHarness.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.Outbound;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.Outcome;
import parley.transfer.agent.Agent;
import parley.transfer.agent.Reservation;

/// A call that Parley made for an agent who waits on the line.
class CallForWaitingAgentTest implements WaitingAgent {
  private static final String LEG = "waiting-leg";
  private static final Agent ADA =
      new Agent("ada", "Ada", "20", "PJSIP/ada", Set.of("general"), Set.of("en"));

  private final List<ConversationEvent> told = new ArrayList<>();
  private boolean there = true;
  private boolean toldOfMachine;
  private int joined;

  private final CallHarness call =
      new CallHarness(
              this::converse,
              Optional.of(
                  new OutboundCall(
                      new Outbound(
                          UUID.randomUUID(), "order 4711", Optional.empty(), Optional.empty()),
                      new Spoken("we will try again later"),
                      true,
                      Optional.of(this),
                      () -> joined++)))
          .begin();

  @Override
  public Optional<Taken> take(Consumer<CallEvent> news) {
    return there ? Optional.of(new Taken(new Reservation(1, ADA), LEG)) : Optional.empty();
  }

  @Override
  public void machineAnswered() {
    toldOfMachine = true;
  }

  private List<ConversationAction> converse(ConversationEvent event) {
    told.add(event);
    return event instanceof ConversationEvent.Started
        ? List.of(say("is that anna"), listen())
        : List.of();
  }

  @Test
  void aPersonIsJoinedWithTheAgentAfterTheirHello() {
    call.callerSilent(400);
    assertFalse(call.line.done.contains("join " + LEG));
    assertEquals(0, joined);
    call.callerSays("hello");
    assertEquals(1, joined);
    assertEquals(List.of("open", "record", "adopt " + LEG, "join " + LEG), call.line.done);
    assertEquals(List.of(), told);
    assertEquals(List.of(), call.transcript());
    assertFalse(call.isOver());
  }

  @Test
  void whenTheAgentHangsUpThePromiseIsKept() {
    call.callerSays("hello").tell(new CallEvent.AgentGone(LEG, 16));
    assertTrue(call.isOver());
    assertEquals(new CallResult(Outcome.TRANSFERRED, CallResult.Callee.UNKNOWN), call.result());
  }

  @Test
  void whenTheCustomerHangsUpTheAgentIsLetGo() {
    call.callerSays("hello").tell(new CallEvent.CallerGone(16, ""));
    assertEquals(Outcome.TRANSFERRED, call.result().outcome());
    assertTrue(call.line.agentLegs.isEmpty());
  }

  @Test
  void anAgentWhoHasLeftIsReplacedByTheConversation() {
    there = false;
    call.callerSays("hello");
    assertEquals(1, told.size());
    assertFalse(call.line.done.contains("join " + LEG));
  }

  @Test
  void anAgentWhoIsLostWhenTheyAreTakenIsReplacedToo() {
    call.line.phonesUnreachable = true;
    call.callerSays("hello");
    assertEquals(1, told.size());
    assertFalse(call.isOver());
  }

  @Test
  void ofAMachineTheAgentIsToldWhileItStillSpeaksAndItHearsTheMessage() {
    call.callerMakesNoise(4_000);
    assertTrue(toldOfMachine);
    call.callerMakesNoise(2_000).callerSilent(1_600).callerSilent(2_000);
    assertEquals(List.of("PARLEY: we will try again later"), call.transcript());
    assertEquals(
        new CallResult(Outcome.MESSAGE_LEFT, CallResult.Callee.MACHINE_TOLD), call.result());
  }

  @Test
  void aTalkGoesOnWhenParleyIsStopped() {
    call.callerSays("hello").tell(new CallEvent.ParleyStops());
    assertTrue(call.line.done.contains("leave to agent"));
    assertFalse(call.line.done.contains("hang up " + LEG));
  }
}
