package parley.gateway.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Sends one AudioSocket frame each 20 ms: waiting audio, else silence. A late frame is not made up
/// for by a burst longer than [#MOST_BEHIND], because Asterisk passes bursts on and phones drop
/// them.
///
/// Thread: the link's owner calls the public methods; sending has a virtual thread of its own.
final class PacedPlayer {
  private static final long FRAME_NANOS = 20_000_000;
  private static final long MOST_BEHIND = 5 * FRAME_NANOS;

  /// Takes a whole AudioSocket frame.
  interface Sender {
    void send(byte[] frame) throws IOException;
  }

  private sealed interface Waiting {
    record Audio(ShortBuffer samples) implements Waiting {}

    record Name(String mark) implements Waiting {}
  }

  private final int samplesPerFrame;
  private final int kind;
  private final Sender sender;
  private final Consumer<String> marks;
  private final PlayBudget budget;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private boolean paused;
  private volatile boolean stopped;

  PacedPlayer(int sampleRateHz, Sender sender, Consumer<String> marks) {
    this.samplesPerFrame = sampleRateHz / 50;
    this.kind = AudioSocketFrame.audioKind(sampleRateHz);
    this.sender = sender;
    this.marks = marks;
    this.budget = new PlayBudget(sampleRateHz, System::nanoTime);
  }

  void start() {
    Thread _ = Thread.ofVirtual().name("audiosocket-play").start(this::sendAll);
  }

  void stop() {
    stopped = true;
  }

  void play(short[] audio, List<MediaLink.Mark> places) {
    lock.lock();
    try {
      budget.take(audio.length);
      int from = 0;
      for (MediaLink.Mark mark : places) {
        enqueue(audio, from, mark.afterSamples());
        from = mark.afterSamples();
        waiting.add(new Waiting.Name(mark.name()));
      }
      enqueue(audio, from, audio.length);
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(short[] audio, int from, int to) {
    if (to > from) {
      waiting.add(new Waiting.Audio(ShortBuffer.wrap(audio, from, to - from)));
    }
  }

  void pause() {
    lock.lock();
    try {
      paused = true;
      budget.pause();
    } finally {
      lock.unlock();
    }
  }

  void resume() {
    lock.lock();
    try {
      paused = false;
      budget.resume();
    } finally {
      lock.unlock();
    }
  }

  void flush() {
    lock.lock();
    try {
      waiting.clear();
      paused = false;
      budget.clear();
    } finally {
      lock.unlock();
    }
  }

  private void sendAll() {
    long due = System.nanoTime();
    try {
      while (!stopped) {
        List<String> reached = new ArrayList<>(1);
        sender.send(nextFrame(reached));
        reached.forEach(marks);
        due = Math.max(due + FRAME_NANOS, System.nanoTime() - MOST_BEHIND);
        long wait = due - System.nanoTime();
        if (wait > 0) {
          LockSupport.parkNanos(wait);
        }
      }
    } catch (IOException e) {
      // The reader of the same socket tells the end of the line.
      stopped = true;
    }
  }

  /// The next 20 ms, and the marks that they reach.
  byte[] nextFrame(List<String> reached) {
    ByteBuffer frame = ByteBuffer.allocate(3 + samplesPerFrame * 2);
    frame.put((byte) kind).putShort((short) (samplesPerFrame * 2)).order(ByteOrder.LITTLE_ENDIAN);
    lock.lock();
    try {
      while (!paused && !waiting.isEmpty()) {
        switch (waiting.peek()) {
          case Waiting.Name(String mark) -> {
            reached.add(mark);
            waiting.remove();
          }
          case Waiting.Audio(ShortBuffer samples) -> {
            if (!frame.hasRemaining()) {
              return frame.array();
            }
            copy(samples, frame);
          }
        }
      }
    } finally {
      lock.unlock();
    }
    return frame.array();
  }

  private void copy(ShortBuffer samples, ByteBuffer frame) {
    while (samples.hasRemaining() && frame.hasRemaining()) {
      frame.putShort(samples.get());
    }
    if (!samples.hasRemaining()) {
      waiting.remove();
    }
  }
}
