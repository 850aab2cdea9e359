package parley.gateway.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.gateway.call.AgentCall;

/// One attempt that this process is making now. Thread: any.
final class Underway {
  private final Attempt attempt;
  private final Semaphore news = new Semaphore(0);
  private final CompletableFuture<AttemptOutcome> talked = new CompletableFuture<>();
  private volatile boolean answered;
  private volatile @Nullable AgentCall agent;

  Underway(Attempt attempt) {
    this.attempt = attempt;
  }

  Attempt attempt() {
    return attempt;
  }

  /// An agent waits for whoever answers.
  void waits(AgentCall forThem) {
    agent = forThem;
  }

  Optional<AgentCall> agent() {
    return Optional.ofNullable(agent);
  }

  /// Whether there was an agent, who is no longer there for whoever answers.
  boolean isLeftByAgent() {
    return agent().filter(AgentCall::hasLeft).isPresent();
  }

  /// Somebody answered and a call's thread has it.
  void answered() {
    answered = true;
  }

  boolean isAnswered() {
    return answered;
  }

  /// The talk is over.
  void finished(AttemptOutcome outcome) {
    talked.complete(outcome);
    news.release();
  }

  /// What the talk came to; null when its thread does not tell within the time.
  @Nullable AttemptOutcome awaitTalked(Duration atMost) {
    return talked
        .<@Nullable AttemptOutcome>thenApply(outcome -> outcome)
        .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /// A channel of it changed: worth a look.
  void changed() {
    news.release();
  }

  /// Returns when there is news, or the time has passed.
  void await(Duration atMost) throws InterruptedException {
    boolean _ = news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    int _ = news.drainPermits();
  }
}
