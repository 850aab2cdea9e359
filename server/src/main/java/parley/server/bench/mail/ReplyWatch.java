package parley.server.bench.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.server.measure.Spread;

/// Looks for replies in the customers' mailboxes, each few milliseconds. Thread: one.
final class ReplyWatch {

  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final ShopMail server;
  private final long[] sent;
  private final boolean[] replied;
  private final List<Double> ms = new ArrayList<>();
  private long first;
  private long last;

  ReplyWatch(ShopMail server, int customers) {
    this.server = server;
    this.sent = new long[customers];
    this.replied = new boolean[customers];
  }

  /// What became of the mails of some customers.
  ///
  /// @param doubled replies beyond the first one of a mail
  /// @param perSecond replies by the time from the first mail to the last reply
  record Result(int replied, int doubled, Spread ms, double perSecond) {}

  /// The customer's mail is sent now.
  void sending(int customer) {
    sent[customer] = System.nanoTime();
    first = first == 0 ? sent[customer] : first;
  }

  int count() {
    return ms.size();
  }

  /// Counts anew from here.
  void forget() {
    ms.clear();
    first = 0;
  }

  /// Replies of mails in doubt may come first, and late.
  void waitForMore(Duration patience) throws InterruptedException {
    waitForAll(ms.size() + 1, patience);
  }

  void waitForAll(int wanted, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (ms.size() < wanted && System.nanoTime() < deadline) {
      watch(5);
    }
  }

  void watch(long forMs) throws InterruptedException {
    long end = System.nanoTime() + forMs * 1_000_000;
    look();
    while (System.nanoTime() < end) {
      Thread.sleep(LOOK_EVERY);
      look();
    }
  }

  private void look() {
    for (int customer = 0; customer < sent.length; customer++) {
      if (sent[customer] != 0 && !replied[customer] && server.replies(customer) > 0) {
        replied[customer] = true;
        last = System.nanoTime();
        ms.add((last - sent[customer]) / 1e6);
      }
    }
  }

  Result result(int from, int to) {
    int doubled = 0;
    for (int customer = from; customer < to; customer++) {
      doubled += Math.max(0, server.replies(customer) - 1);
    }
    double seconds = Math.max(1, last - first) / 1e9;
    return new Result(ms.size(), doubled, Spread.of(ms), ms.size() / seconds);
  }
}
