package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.Eventually.eventually;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Spoken;
import parley.gateway.media.MediaLink;
import parley.transfer.agent.Agent;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.AgentView;
import parley.transfer.agent.Agents;
import parley.transfer.agent.PhoneState;
import parley.transfer.agent.Wanted;
import parley.transfer.handover.AttemptResult;
import parley.transfer.handover.HandOverLimits;

/// An agent's phone that is rung before a customer is called.
class AgentCallTest {

  private static final Spoken WHISPER = new Spoken("call back for order 4711");

  private final AgentBoard board =
      new AgentBoard(
          Agents.of(new Agent("ada", "Ada", "20", "PJSIP/ada", Set.of("general"), Set.of("en"))),
          Duration.ZERO,
          Clock.systemUTC());
  private final Phone phone = new Phone();
  private final WordLongVoice voice = new WordLongVoice();
  private final AgentCall call = ring();

  private AgentCall ring() {
    board.phoneState("ada", PhoneState.IDLE);
    HandOverLimits limits =
        new HandOverLimits(
            1,
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(3),
            Duration.ofMinutes(1));
    return AgentCall.ring(
        new AgentCall.Matter(
            board.reserveBest(new Wanted("", "en"), Set.of()).orElseThrow(),
            WHISPER,
            "+358401234567"),
        phone,
        new AgentCall.Parts(board, limits, voice, "en", Clock.systemUTC(), System::nanoTime),
        () -> phone.done.add("left"));
  }

  private boolean isFree() {
    return board.picture().stream().allMatch(AgentView::free);
  }

  private void over() {
    eventually("it is over", () -> phone.done.contains("left"));
  }

  private void waits() throws InterruptedException {
    phone.mailbox.put(new CallEvent.AgentRings("leg"));
    phone.mailbox.put(new CallEvent.AgentAnswered("leg"));
    assertEquals(AttemptResult.ANSWERED, call.reached());
  }

  @Test
  void whoDeclinesIsFreeAgain() throws InterruptedException {
    assertFalse(isFree());
    phone.mailbox.put(new CallEvent.AgentGone("leg", 21));
    assertEquals(AttemptResult.DECLINED, call.reached());
    over();
    assertTrue(isFree());
    assertEquals(List.of("ring PJSIP/ada", "release", "left"), phone.done);
  }

  @Test
  void whoStaysOnTheLineHearsWhatItIsAboutAndIsTaken() throws InterruptedException {
    waits();
    assertEquals(List.of("en: " + WHISPER.text()), voice.spoken);
    List<CallEvent> news = new CopyOnWriteArrayList<>();
    assertEquals("leg", call.take(news::add).orElseThrow().leg());
    eventually("the call has the leg", () -> phone.done.contains("leave to call"));
    assertFalse(call.hasLeft());
    phone.mailbox.put(new CallEvent.AgentGone("leg", 16));
    over();
    assertEquals(List.of(new CallEvent.AgentGone("leg", 16)), news);
    assertFalse(isFree(), "the call gives them back");
  }

  @Test
  void whoHangsUpDuringTheWhisperTakesNothing() throws InterruptedException {
    phone.silent = true;
    phone.mailbox.put(new CallEvent.AgentAnswered("leg"));
    eventually("the whisper has begun", () -> phone.done.contains("play"));
    phone.mailbox.put(new CallEvent.AgentGone("leg", 16));
    assertEquals(AttemptResult.LEFT_DURING_WHISPER, call.reached());
    over();
    assertTrue(isFree());
    assertEquals(Optional.empty(), call.take(_ -> {}));
  }

  @Test
  void whoIsNotNeededIsToldOnceAndLetGo() throws InterruptedException {
    waits();
    call.machineAnswered();
    call.end(new Spoken("nobody answers"));
    assertEquals(Optional.empty(), call.take(_ -> {}));
    over();
    assertEquals(List.of("en: " + WHISPER.text(), "en: A machine has answered."), voice.spoken);
    assertTrue(isFree());
    assertTrue(call.hasLeft());
  }

  @Test
  void aPhoneThatRingsIsSilencedWhenParleyStops() throws InterruptedException {
    phone.mailbox.put(new CallEvent.ParleyStops());
    assertEquals(AttemptResult.CANCELLED, call.reached());
    over();
    assertTrue(isFree());
  }

  /// A phone without a telephone; what is said is heard at once.
  private static final class Phone implements AgentLine {
    private final CallMailbox mailbox = new CallMailbox();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    @Override
    public CallMailbox mailbox() {
      return mailbox;
    }

    @Override
    public String ring(String endpoint, String shown, Duration atMost) {
      done.add("ring " + endpoint);
      return "leg";
    }

    @Override
    public MediaLink open(MediaLink.Listener listener) {
      return new Link(listener);
    }

    @Override
    public void holdMusic(boolean on) {
      done.add(on ? "music" : "no music");
    }

    @Override
    public void renewLease() {}

    @Override
    public void leaveToCall() {
      done.add("leave to call");
    }

    @Override
    public void release() {
      done.add("release");
    }

    private final class Link implements MediaLink {
      private final MediaLink.Listener listener;

      Link(MediaLink.Listener listener) {
        this.listener = listener;
      }

      @Override
      public void play(short[] audio, List<Mark> marks) {
        done.add("play");
        if (!silent) {
          new ArrayList<>(marks).forEach(mark -> listener.markReached(mark.name()));
        }
      }

      @Override
      public void pause() {}

      @Override
      public void resume() {}

      @Override
      public void flush() {}

      @Override
      public void close() {}
    }
  }
}
