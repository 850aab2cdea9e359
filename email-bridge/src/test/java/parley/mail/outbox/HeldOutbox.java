package parley.mail.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.UUID;

/// An outbox in memory that counts how often it is looked into. Nothing in it is ever in doubt.
/// Thread: any.
final class HeldOutbox implements Outbox {

  private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();
  private int looks;
  private int settlings;

  @Override
  public synchronized void add(Outgoing mail, Instant now) {
    waiting.add(mail);
  }

  synchronized int looks() {
    return looks;
  }

  synchronized int settlings() {
    return settlings;
  }

  @Override
  public synchronized boolean isDue(String mailbox, Instant now) {
    looks++;
    return !waiting.isEmpty();
  }

  @Override
  public synchronized Optional<Outgoing> next(
      String mailbox, String owner, Instant now, Instant until) {
    return Optional.ofNullable(waiting.poll());
  }

  @Override
  public void sent(UUID id, Instant at) {
    // It is not among those that wait any more.
  }

  @Override
  public void failed(UUID id, String why, Instant next) {
    throw new AssertionError(why);
  }

  @Override
  public void refused(UUID id, String why) {
    throw new AssertionError(why);
  }

  @Override
  public void doubtful(UUID id, String why, Instant at) {
    throw new AssertionError(why);
  }

  @Override
  public void takeOver(String owner, Instant now) {
    // There was nobody before.
  }

  @Override
  public synchronized Doubts settle(String mailbox, boolean receipts, Duration grace, Instant now) {
    settlings++;
    return new Doubts(0, 0, 0);
  }
}
