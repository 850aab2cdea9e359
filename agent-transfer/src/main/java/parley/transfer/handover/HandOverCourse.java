package parley.transfer.handover;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.CallId;
import parley.dialogue.conversation.HandOverRequest;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.LogEntry;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.Reservation;
import parley.transfer.whisper.CallerMood;

/// Carries one hand-over of one call through: it asks [HandOver] what to do, reserves and releases
/// on the [AgentBoard], keeps every attempt in the log, and leaves telephony to a [HandOverLine].
///
/// The call's thread begins it, feeds it every event that concerns it, and feeds
/// [HandOverEvent.TimePassed] when [#deadline] has come; it is over when [#outcome] is there. A
/// call that ends in any other way closes it: that silences and releases whatever is still held.
///
/// Thread: the call's only.
public final class HandOverCourse implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HandOverCourse.class);

  private final CallId call;
  private final HandOverRequest request;
  private final HandOver rules;
  private final AgentBoard board;
  private final HandOverLine line;
  private final ConversationLog conversationLog;
  private final Clock clock;

  private final Deque<HandOverEvent> pending = new ArrayDeque<>();
  private boolean busy;
  private HandOverState state = new HandOverState.NotBegun();
  private Duration lastAt = Duration.ZERO;

  public HandOverCourse(
      CallId call,
      HandOverRequest request,
      HandOver rules,
      AgentBoard board,
      HandOverLine line,
      ConversationLog conversationLog,
      Clock clock) {
    this.call = call;
    this.request = request;
    this.rules = rules;
    this.board = board;
    this.line = line;
    this.conversationLog = conversationLog;
    this.clock = clock;
  }

  /// @param at now on the call's time scale; see [#on]
  public void begin(CallerMood mood, Duration at) {
    on(new HandOverEvent.Begin(request, mood), at);
  }

  /// Begins with an agent who waits for this call.
  ///
  /// @param agent is given back by this from now on
  /// @param at now on the call's time scale; see [#on]
  public void beginWith(Reservation agent, Duration at) {
    on(new HandOverEvent.AgentWaits(request, agent), at);
  }

  /// @param at now, as time since any fixed moment of the call; it does not go back
  public void on(HandOverEvent event, Duration at) {
    lastAt = at;
    pending.add(event);
    if (busy) {
      return; // A line that answers at once: its event comes after the actions under way.
    }
    busy = true;
    try {
      drain(at);
    } finally {
      busy = false;
    }
  }

  /// When to tell [HandOverEvent.TimePassed] at the latest, on the same time scale.
  public Optional<Duration> deadline() {
    return state instanceof HandOverState.UnderWay underWay
        ? Optional.of(underWay.deadline())
        : Optional.empty();
  }

  public Optional<TransferOutcome> outcome() {
    return state instanceof HandOverState.Finished finished
        ? Optional.of(finished.outcome())
        : Optional.empty();
  }

  /// Ends the hand-over as if the caller had left. Idempotent.
  @Override
  public void close() {
    if (outcome().isEmpty()) {
      on(new HandOverEvent.CallerHungUp(), lastAt);
    }
  }

  private void drain(Duration at) {
    for (@Nullable HandOverEvent event = pending.poll(); event != null; event = pending.poll()) {
      HandOver.Step step = rules.step(state, event, at);
      state = step.state();
      step.actions().forEach(this::carryOut);
    }
  }

  private void carryOut(HandOverAction action) {
    switch (action) {
      case HandOverAction.Reserve reserve -> pending.add(reserve(reserve));
      case HandOverAction.Release release -> release(release.reservation(), release.talked());
      case HandOverAction.Ring ring ->
          ask(
              () -> line.ring(ring.attempt(), ring.agent(), ring.atMost()),
              () -> new HandOverEvent.AgentLost(ring.attempt()));
      case HandOverAction.CancelRing(int attempt) -> ask(() -> line.cancelRing(attempt));
      case HandOverAction.TellCaller(int attempt, CallerNotice notice) ->
          ask(() -> line.tellCaller(attempt, notice), () -> new HandOverEvent.CallerTold(attempt));
      case HandOverAction.StartHoldMusic _ -> ask(line::startHoldMusic);
      case HandOverAction.StopHoldMusic _ -> ask(line::stopHoldMusic);
      case HandOverAction.Whisper whisper ->
          ask(
              () -> line.whisper(whisper.attempt(), whisper.sentence()),
              () -> new HandOverEvent.WhisperHeard(whisper.attempt()));
      case HandOverAction.Join(int attempt) ->
          ask(
              () -> line.join(attempt),
              () -> new HandOverEvent.TelephonyFailed("the agent could not be joined"));
      case HandOverAction.HangUpAgent(int attempt) -> ask(() -> line.hangUpAgent(attempt));
      case HandOverAction.Keep(Attempt attempt) -> keep(attempt);
      case HandOverAction.Finish(TransferOutcome outcome) ->
          log.info("Hand-over ended: {}", outcome.getClass().getSimpleName());
    }
  }

  private HandOverEvent reserve(HandOverAction.Reserve reserve) {
    return board
        .reserveBest(reserve.wanted(), reserve.exclude())
        .<HandOverEvent>map(made -> new HandOverEvent.AgentReserved(reserve.attempt(), made))
        .orElseGet(() -> new HandOverEvent.NoneFree(reserve.attempt()));
  }

  private void release(Reservation reservation, boolean talked) {
    if (talked) {
      board.releaseAfterTalk(reservation);
    } else {
      board.release(reservation);
    }
  }

  private void keep(Attempt attempt) {
    log.info("Agent {} tried: {}", attempt.agent().id(), attempt.result());
    LogEntry entry =
        new LogEntry.TransferTried(
            UUID.randomUUID(),
            call,
            clock.instant(),
            attempt.agent().id(),
            request.queue(),
            request.reason(),
            attempt.result().name(),
            attempt.ring().toMillis());
    ask(() -> conversationLog.write(entry));
  }

  private void ask(Runnable what) {
    ask(what, () -> null);
  }

  /// A part that fails in the middle of a hand-over must not keep the rest from being carried out:
  /// the next action may be the one that stops a phone from ringing.
  private void ask(Runnable what, Supplier<@Nullable HandOverEvent> orElse) {
    try {
      what.run();
    } catch (RuntimeException e) {
      log.warn("A step of the hand-over failed, it goes on without", e);
      HandOverEvent instead = orElse.get();
      if (instead != null) {
        pending.add(instead);
      }
    }
  }
}
