package parley.gateway.call;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.Spoken;
import parley.gateway.media.MediaLineBroken;
import parley.speech.synthesize.Synthesizer;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.Reservation;
import parley.transfer.handover.AttemptResult;
import parley.transfer.handover.HandOverLimits;

/// One agent who is rung before the customer is called: their phone rings, they hear what it is
/// about, and whoever stays on the line waits, until a call takes them or they are told why there
/// is none. However it ends, the agent is given back once: here, or by the call that took them.
///
/// Thread: a virtual one of its own does the work; the public methods are for any.
public final class AgentCall implements WaitingAgent {
  private static final Logger LOG = LoggerFactory.getLogger(AgentCall.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Spoken MACHINE = new Spoken("A machine has answered.");

  /// What is needed to ring agents.
  ///
  /// @param limits of ringing and of the whisper, as in a hand-over
  /// @param language of the whisper
  /// @param nanos a steady ticker such as `System::nanoTime`
  public record Parts(
      AgentBoard agents,
      HandOverLimits limits,
      Synthesizer voice,
      String language,
      Clock clock,
      LongSupplier nanos) {}

  /// Whom to ring, and what for.
  ///
  /// @param reservation is given back by the call
  /// @param whisper is heard first
  /// @param shown what the phone shows as the caller's number
  public record Matter(Reservation reservation, Spoken whisper, String shown) {}

  private final Matter matter;
  private final AgentLine line;
  private final AgentBoard board;
  private final HandOverLimits limits;
  private final Runnable left;
  private final CallTime time;
  private final AgentEars ears;
  private final CompletableFuture<AttemptResult> reached = new CompletableFuture<>();
  private String leg = "";
  private boolean waiting;
  private boolean ending;
  private Spoken lastWords = Spoken.NOTHING;
  private @Nullable Consumer<CallEvent> taken;

  private AgentCall(Matter matter, AgentLine line, Parts parts, Runnable left) {
    this.matter = matter;
    this.line = line;
    this.board = parts.agents();
    this.limits = parts.limits();
    this.left = left;
    this.time = new CallTime(parts.nanos(), parts.clock());
    Mouth mouth = new Mouth(parts.voice(), parts.language(), line.mailbox()::put, time);
    this.ears = new AgentEars(line, mouth, time, () -> end(Spoken.NOTHING), this::forward);
  }

  /// Begins to ring.
  ///
  /// @param line is released by this
  /// @param left is run when the agent has left, or was let go
  public static AgentCall ring(Matter matter, AgentLine line, Parts parts, Runnable left) {
    AgentCall call = new AgentCall(matter, line, parts, left);
    String name = "agent-" + matter.reservation().agent().id();
    Thread _ = Thread.ofVirtual().name(name).start(call::run);
    return call;
  }

  /// Waits until it is known whether the agent takes the call: [AttemptResult#ANSWERED] when they
  /// have heard what it is about and stayed.
  public AttemptResult reached() throws InterruptedException {
    try {
      return reached.get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("A result is always given", impossible);
    }
  }

  @Override
  public synchronized Optional<Taken> take(Consumer<CallEvent> news) {
    if (!waiting || ears.isGone() || ending) {
      return Optional.empty();
    }
    taken = news;
    return Optional.of(new Taken(matter.reservation(), leg));
  }

  @Override
  public void machineAnswered() {
    end(MACHINE);
  }

  /// Tells the agent why they are not needed and lets them go. One whom a call has taken, and one
  /// who was told before, hears nothing.
  ///
  /// @param words empty to say nothing
  public synchronized void end(Spoken words) {
    if (!ending) {
      ending = true;
      lastWords = words;
    }
  }

  /// Whether the agent has left, or was let go, before a call took them.
  public synchronized boolean hasLeft() {
    return taken == null && (ears.isGone() || ending);
  }

  private synchronized boolean isTaken() {
    return taken != null;
  }

  private synchronized boolean isEnding() {
    return ending;
  }

  private void forward(CallEvent news) {
    Consumer<CallEvent> call;
    synchronized (this) {
      call = taken;
    }
    if (call != null) {
      call.accept(news);
    }
  }

  private void run() {
    AttemptResult result = AttemptResult.FAILED;
    try {
      result = reach();
      if (result == AttemptResult.ANSWERED) {
        stay();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (LineException | MediaLineBroken e) {
      LOG.warn("An agent's phone was lost: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("An agent's phone was lost", e);
    } finally {
      release();
      boolean _ = reached.complete(result);
      left.run();
    }
  }

  private void release() {
    ears.left();
    if (isTaken()) {
      line.leaveToCall();
    } else {
      boolean _ = board.release(matter.reservation());
    }
    line.release();
  }

  private AttemptResult reach() throws InterruptedException {
    leg = line.ring(matter.reservation().agent().endpoint(), matter.shown(), limits.ring());
    AttemptResult rung = awaitAnswer();
    if (rung != AttemptResult.ANSWERED) {
      return rung;
    }
    ears.open();
    ears.say(matter.whisper());
    ears.listen(() -> ears.isQuiet() || isEnding(), limits.whisper());
    if (ears.isGone()) {
      return AttemptResult.LEFT_DURING_WHISPER;
    }
    return isEnding() ? AttemptResult.CANCELLED : AttemptResult.ANSWERED;
  }

  private AttemptResult awaitAnswer() throws InterruptedException {
    while (!ears.hasAnswered() && !isEnding()) {
      ears.listen(() -> ears.hasAnswered() || isEnding(), LOOK);
      if (ears.isGone()) {
        return AgentCauses.refusal(ears.cause());
      }
      Duration rung = time.elapsed();
      if (rung.compareTo(limits.ring()) > 0) {
        return AttemptResult.TIMED_OUT;
      }
      if (!ears.rings() && !ears.hasAnswered() && rung.compareTo(limits.dial()) > 0) {
        return AttemptResult.UNREACHABLE;
      }
    }
    return isEnding() ? AttemptResult.CANCELLED : AttemptResult.ANSWERED;
  }

  /// Until they leave, are let go, or the call that took them is over.
  private void stay() throws InterruptedException {
    line.holdMusic(true);
    synchronized (this) {
      waiting = true;
    }
    boolean _ = reached.complete(AttemptResult.ANSWERED);
    ears.listen(() -> isTaken() || isEnding(), LONGEST);
    if (isTaken()) {
      ears.leaveToCall();
      ears.listen(this::isEnding, LONGEST);
    } else {
      sayLastWords();
    }
  }

  private void sayLastWords() throws InterruptedException {
    if (!ears.isGone() && !lastWords.isEmpty()) {
      line.holdMusic(false);
      ears.say(lastWords);
      ears.listen(ears::isQuiet, LAST_WORDS);
    }
  }
}
