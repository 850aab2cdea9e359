package parley.gateway.phone;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What the caller has heard since the call was dialled: the sound, aligned with the clock, and the
/// runs of speech in it. All times are nanoseconds of [System#nanoTime]. Thread: any.
public final class Heard {

  /// A jump of the sender's timestamps by more than this is a new stream, placed by its arrival.
  private static final long NEW_STREAM_SAMPLES = 1_600;

  /// Two hours; what comes later is timed but not kept.
  private static final int MOST_SAMPLES = 2 * 3_600 * Voicing.SAMPLE_RATE_HZ;

  private final long startNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heardOrOver = lock.newCondition();
  private final VoiceRuns runs = new VoiceRuns();
  private short[] sound = new short[30 * Voicing.SAMPLE_RATE_HZ];
  private int length;
  private long anchorSamples;
  private long anchorTimestamp;
  private long source = -1;
  private final StringBuilder keys = new StringBuilder();
  private boolean over;

  Heard(long startNanos) {
    this.startNanos = startNanos;
  }

  /// Takes one packet's sound.
  void add(RtpPacket packet, short[] samples, long arrivalNanos) {
    lock.lock();
    try {
      keep(samples, place(packet, samples.length, arrivalNanos));
      for (int from = 0; from < samples.length; from += Voicing.FRAME_SAMPLES) {
        if (Voicing.voiced(samples, from) && runs.voiced(arrivalNanos)) {
          heardOrOver.signalAll();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// The position of the packet's first sample: by its timestamp within a stream, so that jitter
  /// does not tear the recording, by its arrival where a stream begins or jumps.
  private long place(RtpPacket packet, int samples, long arrivalNanos) {
    long byArrival = Math.max(0, (arrivalNanos - startNanos) / 125_000 - samples);
    long elapsed = (int) (packet.timestamp() - anchorTimestamp);
    long byTimestamp = anchorSamples + elapsed;
    if (packet.source() == source && Math.abs(byTimestamp - byArrival) < NEW_STREAM_SAMPLES) {
      return Math.max(0, byTimestamp);
    }
    source = packet.source();
    anchorSamples = byArrival;
    anchorTimestamp = packet.timestamp();
    return byArrival;
  }

  private void keep(short[] samples, long position) {
    if (position + samples.length > MOST_SAMPLES) {
      return;
    }
    int end = (int) position + samples.length;
    if (end > sound.length) {
      sound = Arrays.copyOf(sound, Math.max(end, sound.length * 2));
    }
    System.arraycopy(samples, 0, sound, (int) position, samples.length);
    length = Math.max(length, end);
  }

  void addKey(char key) {
    lock.lock();
    try {
      keys.append(key);
      heardOrOver.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Nothing more will be heard; whoever waits goes on.
  void end() {
    lock.lock();
    try {
      over = true;
      heardOrOver.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// When the phone dialled: position 0 of the recording.
  public long startNanos() {
    return startNanos;
  }

  /// The sound from the dialling on: 16-bit mono at 8000 Hz.
  public short[] recording() {
    lock.lock();
    try {
      return Arrays.copyOf(sound, length);
    } finally {
      lock.unlock();
    }
  }

  /// The keys that the other side pressed (RFC 4733).
  public String keys() {
    lock.lock();
    try {
      return keys.toString();
    } finally {
      lock.unlock();
    }
  }

  public List<VoiceRun> voiceRuns() {
    lock.lock();
    try {
      return runs.all();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a run of speech that begins after `nanos`. Empty: none began in time, or the call is
  /// over.
  public OptionalLong awaitVoiceAfter(long nanos, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (true) {
        VoiceRun found = firstFrom(nanos);
        if (found != null) {
          return OptionalLong.of(found.firstNanos());
        }
        if (over || left <= 0) {
          return OptionalLong.empty();
        }
        left = heardOrOver.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable VoiceRun firstFrom(long nanos) {
    return runs.all().stream().filter(run -> run.firstNanos() - nanos > 0).findFirst().orElse(null);
  }

  /// Waits until no speech has been heard for `quiet`, counted from `sinceNanos` or the last voiced
  /// frame, whichever is later. False: it went on, or the call ended first.
  public boolean awaitQuiet(long sinceNanos, Duration quiet, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    lock.lock();
    try {
      while (!over) {
        long now = System.nanoTime();
        long wait = Math.max(sinceNanos, lastVoiceNanos(sinceNanos)) + quiet.toNanos() - now;
        if (wait <= 0) {
          return true;
        }
        if (now - deadline >= 0) {
          return false;
        }
        long _ = heardOrOver.awaitNanos(Math.min(wait, deadline - now));
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private long lastVoiceNanos(long otherwise) {
    List<VoiceRun> all = runs.all();
    return all.isEmpty() ? otherwise : all.getLast().lastNanos();
  }
}
