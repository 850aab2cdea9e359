package parley.gateway.call;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import parley.dialogue.call.Spoken;

/// What happens on the phone of an agent who is rung before the customer, and what is said there.
///
/// Thread: the agent's own; [#isGone] is for any.
final class AgentEars {
  private static final Duration TICK = Duration.ofMillis(100);
  private static final long LEASE_EVERY_MS = 5_000;

  private final AgentLine line;
  private final Mouth mouth;
  private final CallTime time;
  private final Runnable stop;
  private final Consumer<CallEvent> news;
  private boolean rings;
  private boolean answered;
  private boolean heldByCall;
  private int cause;
  private long leaseMs;
  private volatile boolean gone;

  /// @param stop is run when Parley stops
  /// @param news is told of the agent's end
  AgentEars(AgentLine line, Mouth mouth, CallTime time, Runnable stop, Consumer<CallEvent> news) {
    this.line = line;
    this.mouth = mouth;
    this.time = time;
    this.stop = stop;
    this.news = news;
  }

  boolean rings() {
    return rings;
  }

  boolean hasAnswered() {
    return answered;
  }

  boolean isGone() {
    return gone;
  }

  void left() {
    gone = true;
  }

  /// The Q.850 cause of the phone's end.
  int cause() {
    return cause;
  }

  /// Connects the voice with the agent, who has answered.
  void open() {
    mouth.connect(line.open(new LineEvents(line.mailbox()::put)));
  }

  /// A call has the agent now: the audio line's end is none of theirs.
  void leaveToCall() {
    heldByCall = true;
    line.leaveToCall();
  }

  void say(Spoken words) {
    mouth.say(words, false);
  }

  /// Whether everything was heard.
  boolean isQuiet() {
    return mouth.isQuiet();
  }

  /// Returns when it is done, the agent has left, or the time is over.
  void listen(BooleanSupplier done, Duration atMost) throws InterruptedException {
    long until = time.ms() + atMost.toMillis();
    while (!done.getAsBoolean() && !gone && time.ms() < until) {
      CallEvent event = line.mailbox().take(TICK);
      if (event != null) {
        handle(event);
      }
      var _ = mouth.tick();
      keepLease();
    }
  }

  private void keepLease() {
    if (answered && !heldByCall && !gone && time.ms() - leaseMs >= LEASE_EVERY_MS) {
      leaseMs = time.ms();
      line.renewLease();
    }
  }

  private void handle(CallEvent event) {
    switch (event) {
      case CallEvent.AgentRings _ -> rings = true;
      case CallEvent.AgentAnswered _ -> answered = true;
      case CallEvent.AgentGone agent -> {
        cause = agent.cause();
        gone = true;
        news.accept(agent);
      }
      case CallEvent.VoiceReady(long piece, var audio) -> {
        var _ = mouth.ready(piece, audio);
      }
      // The summary is a courtesy: the call is made without.
      case CallEvent.VoiceFailed(long piece, _) -> {
        var _ = mouth.failed(piece);
      }
      case CallEvent.MarkReached(String mark) -> {
        var _ = mouth.reached(mark);
      }
      case CallEvent.MediaEnded _, CallEvent.CallerGone _, CallEvent.CallerTakenAway _ ->
          gone |= !heldByCall;
      case CallEvent.ParleyStops _ -> stop.run();
      case CallEvent.Audio _,
          CallEvent.WordsSoFar _,
          CallEvent.FinalWords _,
          CallEvent.RecognizerFailed _,
          CallEvent.ServiceAnswered _,
          CallEvent.ModelSaid _,
          CallEvent.ModelEnded _,
          CallEvent.Pressed _ -> {}
    }
  }
}
