package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.call.CallHarness.handOver;
import static parley.gateway.call.CallHarness.listen;
import static parley.gateway.call.CallHarness.say;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.transfer.agent.PhoneState;

/// A caller may leave in any 100 ms of a call that has everything in it: nothing may be left
/// behind.
class HangUpAnywhereTest {

  private static List<ConversationAction> desk(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Started _ -> List.of(say("hello"), listen());
      case ConversationEvent.CallerSaid said ->
          said.words().text().equals("a person")
              ? List.of(say("one moment"), handOver())
              : List.of(say("we are open today"), listen());
      default -> List.of();
    };
  }

  @Test
  void everythingIsReleasedWhereverTheCallerLeaves() {
    for (long leaveAt = 0; leaveAt < 24_000; leaveAt += 100) {
      CallHarness call = new CallHarness(HangUpAnywhereTest::desk);
      play(call, leaveAt);
      call.tell(new CallEvent.CallerGone(16, ""));
      String at = "caller left at " + leaveAt + " ms";
      assertTrue(call.isOver(), at);
      assertTrue(call.line.released, at);
      assertEquals(0, call.recognizers.openStreams(), at);
      assertTrue(call.line.agentLegs.isEmpty(), at);
      assertTrue(call.ending().reason().startsWith("the caller hung up"), at);
      call.board.phoneState("agent1", PhoneState.IDLE);
      assertTrue(call.board.picture().getFirst().free(), at + " and the agent is still reserved");
    }
  }

  /// The same call every time, cut at a moment.
  private static void play(CallHarness call, long ms) {
    long left = ms;
    call.begin();
    left = step(left, 1_000, call::callerSilent);
    left = step(left, 900, call::callerMakesNoise);
    if (left > 0) {
      call.recognizers.partial("are you open");
    }
    left = step(left, 700, call::callerSilent);
    if (left > 0) {
      call.recognizerFinishes("are you open");
    }
    left = step(left, 2_500, call::callerSilent);
    left = step(left, 600, call::callerMakesNoise);
    if (left > 0) {
      call.recognizers.partial("a person");
    }
    left = step(left, 700, call::callerSilent);
    if (left > 0) {
      call.recognizerFinishes("a person").tell(new CallEvent.AgentRings("leg1"));
    }
    left = step(left, 3_000, call::callerSilent);
    if (left > 0) {
      call.tell(new CallEvent.AgentAnswered("leg1"));
    }
    long _ = step(left, 20_000, call::callerSilent);
  }

  private interface Pass {
    CallHarness pass(long ms);
  }

  private static long step(long left, long wanted, Pass pass) {
    long ms = Math.min(left, wanted);
    if (ms > 0) {
      CallHarness _ = pass.pass(ms);
    }
    return left - ms;
  }
}
