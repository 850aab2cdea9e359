package parley.gateway.phone;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Calls every sender once each 20 ms, all of them from one platform thread: a virtual thread would
/// wait for a carrier behind other work, a thread a call would wake 50 times a second each.
///
/// The schedule is absolute and so does not drift. After a delay the missed frames follow 10 ms
/// apart until the schedule is met again, never in a burst; a sender that is more than 400 ms late
/// gives the missed frames up instead.
final class FramePacer implements AutoCloseable {

  /// Something that sends one frame each 20 ms.
  interface Sender {

    /// Sends the next frame. `skipped` frames before it were given up. `lateNanos` is how long
    /// after its time the frame is sent. False ends the pacing of this sender.
    boolean sendFrame(long skipped, long lateNanos);
  }

  private static final long CATCH_UP_NANOS = Voicing.FRAME_NANOS / 2;
  private static final long GIVE_UP_NANOS = 20 * Voicing.FRAME_NANOS;

  private static final class Entry {
    final Sender sender;

    /// When the schedule wants the next frame, and when it is really to be sent.
    long scheduledNanos;

    long dueNanos;

    Entry(Sender sender, long startNanos) {
      this.sender = sender;
      scheduledNanos = startNanos;
      dueNanos = startNanos;
    }

    /// How many frames to give up so that the rest can be caught up with.
    long skipped(long now) {
      long late = now - scheduledNanos;
      long frames = late > GIVE_UP_NANOS ? late / Voicing.FRAME_NANOS : 0;
      scheduledNanos += frames * Voicing.FRAME_NANOS;
      return frames;
    }

    void next(long now) {
      scheduledNanos += Voicing.FRAME_NANOS;
      dueNanos = Math.max(scheduledNanos, now + CATCH_UP_NANOS);
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(entry -> entry.dueNanos));
  private final Thread thread;
  private volatile boolean closed;

  FramePacer(String name) {
    thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  /// Paces the sender from now on. Thread: any.
  void start(Sender sender) {
    lock.lock();
    try {
      entries.add(new Entry(sender, System.nanoTime()));
    } finally {
      lock.unlock();
    }
    LockSupport.unpark(thread);
  }

  private void run() {
    RealTime.request();
    while (!closed) {
      Entry entry = takeDue();
      if (entry != null && sendFrame(entry)) {
        putBack(entry);
      }
    }
  }

  /// The entry whose time has come; null after a wait for one.
  private @Nullable Entry takeDue() {
    long waitNanos = Long.MAX_VALUE;
    lock.lock();
    try {
      Entry first = entries.peek();
      if (first != null) {
        waitNanos = first.dueNanos - System.nanoTime();
        if (waitNanos <= 0) {
          return entries.poll();
        }
      }
    } finally {
      lock.unlock();
    }
    LockSupport.parkNanos(this, waitNanos);
    return null;
  }

  private static boolean sendFrame(Entry entry) {
    long now = System.nanoTime();
    long skipped = entry.skipped(now);
    long late = now - entry.scheduledNanos;
    entry.next(now);
    return entry.sender.sendFrame(skipped, late);
  }

  private void putBack(Entry entry) {
    lock.lock();
    try {
      entries.add(entry);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
