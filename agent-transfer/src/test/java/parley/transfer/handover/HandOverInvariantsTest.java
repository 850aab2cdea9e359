package parley.transfer.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Key;
import parley.transfer.agent.Reservation;
import parley.transfer.agent.TestAgents;
import parley.transfer.whisper.CallerMood;

/// Random news in random order, true or not, early, late and twice. The world it happens in only
/// keeps to this: a reservation is made at most once for each that was asked for.
class HandOverInvariantsTest {

  private static final int RUNS = 20_000;
  private static final int EVENTS = 30;

  @Test
  void whateverHappensOnePhoneRingsEachReservationIsReleasedOnceAndItEnds() {
    for (int seed = 0; seed < RUNS; seed++) {
      new World(seed).run();
    }
  }

  private static final class World {
    private final String name;
    private final Random random;
    private final HandOver rules = new HandOver(HandOverScene.LIMITS);
    private HandOverState state = new HandOverState.NotBegun();
    private Duration at = Duration.ZERO;

    private final List<HandOverAction.Reserve> asked = new ArrayList<>();
    private final Map<Reservation, Integer> released = new HashMap<>();
    private final Set<Integer> legs = new HashSet<>();
    private int reservations;
    private int finished;
    private int kept;
    private int rung;

    World(int seed) {
      this.random = new Random(seed);
      this.name = "seed " + seed;
    }

    void run() {
      deliver(new HandOverEvent.Begin(HandOverScene.REQUEST, CallerMood.CALM));
      for (int i = 0; i < EVENTS; i++) {
        at = at.plusMillis(random.nextInt(4000));
        deliver(any());
      }
      for (int i = 0; state instanceof HandOverState.UnderWay underWay; i++) {
        assertTrue(i < 10, name + " does not end");
        at = underWay.deadline();
        deliver(new HandOverEvent.TimePassed());
      }
      while (!asked.isEmpty()) {
        deliver(reserved());
      }
      assertInstanceOf(HandOverState.Finished.class, state, name);
      assertEquals(1, finished, name);
      assertEquals(rung, kept, name + ": every try is kept once");
      assertEquals(Set.of(), legs, name + ": no leg is left");
      released.forEach((made, times) -> assertEquals(1, times, name + " " + made));
    }

    private HandOverEvent any() {
      int attempt = 1 + random.nextInt(3);
      return switch (random.nextInt(20)) {
        case 0, 1, 2, 3 -> reserved();
        case 4 -> new HandOverEvent.NoneFree(attempt);
        case 5 -> new HandOverEvent.PhoneRings(attempt);
        case 6, 7 -> new HandOverEvent.Answered(attempt);
        case 8 -> new HandOverEvent.Declined(attempt);
        case 9 -> new HandOverEvent.RingTimedOut(attempt);
        case 10 -> new HandOverEvent.AgentLost(attempt);
        case 11 -> new HandOverEvent.AgentHungUp(attempt);
        case 12, 13 -> new HandOverEvent.WhisperHeard(attempt);
        case 14, 15 -> new HandOverEvent.Joined(attempt);
        case 16 -> new HandOverEvent.CallerTold(attempt);
        case 17 -> new HandOverEvent.CallerPressed(new Key("*0".charAt(random.nextInt(2))));
        case 18 ->
            random.nextBoolean()
                ? new HandOverEvent.CallerHungUp()
                : new HandOverEvent.TelephonyFailed("test");
        default -> new HandOverEvent.TimePassed();
      };
    }

    private HandOverEvent reserved() {
      if (asked.isEmpty()) {
        return new HandOverEvent.TimePassed();
      }
      HandOverAction.Reserve reserve = asked.remove(random.nextInt(asked.size()));
      Reservation made = new Reservation(++reservations, TestAgents.ADA);
      released.put(made, 0);
      return new HandOverEvent.AgentReserved(reserve.attempt(), made);
    }

    private void deliver(HandOverEvent event) {
      boolean wasOver = state instanceof HandOverState.Finished;
      boolean rang = state instanceof HandOverState.Ringing;
      HandOver.Step step = rules.step(state, event, at);
      state = step.state();
      if (rang && event instanceof HandOverEvent.CallerHungUp) {
        assertInstanceOf(HandOverAction.CancelRing.class, step.actions().getFirst(), name);
        assertInstanceOf(HandOverState.Finished.class, state, name);
      }
      for (HandOverAction action : step.actions()) {
        assertTrue(!wasOver || isTidying(action), name + ": " + action + " after the end");
        see(action);
      }
    }

    private static boolean isTidying(HandOverAction action) {
      return action instanceof HandOverAction.Release
          || action instanceof HandOverAction.HangUpAgent;
    }

    private void see(HandOverAction action) {
      switch (action) {
        case HandOverAction.Reserve reserve -> asked.add(reserve);
        case HandOverAction.Release(Reservation made, boolean _) ->
            released.merge(made, 1, Integer::sum);
        case HandOverAction.Ring ring -> {
          assertEquals(Set.of(), legs, name + ": a second phone rings");
          legs.add(ring.attempt());
          rung++;
        }
        case HandOverAction.CancelRing(int attempt) -> legs.remove(attempt);
        case HandOverAction.HangUpAgent(int attempt) -> legs.remove(attempt);
        case HandOverAction.Whisper whisper -> assertTrue(legs.contains(whisper.attempt()), name);
        case HandOverAction.Join(int attempt) -> assertTrue(legs.contains(attempt), name);
        case HandOverAction.Keep _ -> kept++;
        case HandOverAction.Finish _ -> finished++;
        case HandOverAction.TellCaller _,
            HandOverAction.StartHoldMusic _,
            HandOverAction.StopHoldMusic _ -> {}
      }
    }
  }
}
