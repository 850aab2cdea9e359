package parley.server.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import parley.server.measure.Spread;

/// How many real-time streams this machine recognizes at once.
///
/// Each stream is fed 20 ms every 20 ms: a question, the end of the utterance, a pause, the next
/// question; the streams start spread over two seconds. *Lag* is the time from the moment at which
/// an utterance's last frame was due to its final words. A number of streams is held when, after
/// two seconds of warming up, the p95 of all lags of five seconds is at most 300 ms. The number is
/// doubled until one is not held, then the gap is halved; the search ends when it is within an
/// eighth or its time (60 s) is over. The result is the largest number held, divided by the cores.
final class StreamCapacity {

  static final int SAMPLE_RATE_HZ = 8_000;
  static final double MOST_LAG_MS = 300;

  private static final int FRAME_SAMPLES = 160;
  private static final long FRAME_NANOS = 20_000_000;

  /// Hardly a pause: the recognizer is busy nearly all the time.
  static final Duration SHORT_PAUSE = Duration.ofMillis(500);

  /// About what an answer takes, in which callers say nothing.
  static final Duration ANSWER = Duration.ofSeconds(4);

  private static final int SPREAD_FRAMES = 100;
  private static final int WARM_FRAMES = 100;
  private static final int MEASURED_FRAMES = 250;
  private static final int MOST_STREAMS = 512;
  private static final Duration SEARCH = Duration.ofSeconds(60);

  private final List<short[]> questions;
  private final int pauseFrames;
  private final int cores;
  private final Consumer<String> progress;

  StreamCapacity(List<short[]> questions, Duration pause, int cores, Consumer<String> progress) {
    this.questions = List.copyOf(questions);
    this.pauseFrames = (int) (pause.toNanos() / FRAME_NANOS);
    this.cores = cores;
    this.progress = progress;
  }

  /// Streams a core.
  double measure(StreamEngine engine) {
    long deadline = System.nanoTime() + SEARCH.toNanos();
    int held = 0;
    int tooMany = MOST_STREAMS + 1;
    int next = 2 * cores;
    while (next > held && next < tooMany && System.nanoTime() - deadline < 0) {
      double lagMs = p95LagMs(engine, next);
      progress.accept(
          String.format(
              Locale.ROOT, "%s: %d streams, lag p95 %.0f ms", engine.name(), next, lagMs));
      if (lagMs <= MOST_LAG_MS) {
        held = next;
      } else {
        tooMany = next;
      }
      next = next(held, tooMany);
    }
    return (double) held / cores;
  }

  /// The next number to try; `held` itself when the search is fine enough.
  static int next(int held, int tooMany) {
    if (tooMany > MOST_STREAMS) {
      return Math.min(2 * held, MOST_STREAMS);
    }
    int gap = tooMany - held;
    return gap <= Math.max(1, held / 8) ? held : held + gap / 2;
  }

  private double p95LagMs(StreamEngine engine, int count) {
    LagMeter meter = new LagMeter();
    List<Speaker> speakers = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        int start = i * SPREAD_FRAMES / count;
        speakers.add(new Speaker(engine.open(meter), questions, pauseFrames, i, start));
      }
      feed(speakers, meter);
    } finally {
      speakers.forEach(Speaker::close);
    }
    Double p95 = Spread.of(meter.lagsMs()).p95();
    // No final result at all in five seconds: far behind.
    return p95 == null ? Double.MAX_VALUE : p95;
  }

  private static void feed(List<Speaker> speakers, LagMeter meter) {
    long start = System.nanoTime();
    int frames = SPREAD_FRAMES + WARM_FRAMES + MEASURED_FRAMES;
    for (int frame = 0; frame < frames; frame++) {
      if (frame == SPREAD_FRAMES + WARM_FRAMES) {
        meter.count(true);
      }
      long due = start + frame * FRAME_NANOS;
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      for (Speaker speaker : speakers) {
        speaker.frame(frame, due);
      }
    }
  }

  /// One stream's endless talk.
  private static final class Speaker {
    private static final short[] SILENCE = new short[FRAME_SAMPLES];
    private final StreamEngine.Stream stream;
    private final List<short[]> questions;
    private final int pauseFrames;
    private final int startFrame;
    private int question;
    private int position;
    private int pause;

    Speaker(
        StreamEngine.Stream stream,
        List<short[]> questions,
        int pauseFrames,
        int first,
        int startFrame) {
      this.stream = stream;
      this.questions = questions;
      this.pauseFrames = pauseFrames;
      this.startFrame = startFrame;
      question = first % questions.size();
    }

    void frame(int frame, long dueNanos) {
      if (frame < startFrame) {
        return;
      }
      if (pause > 0) {
        pause--;
        stream.accept(SILENCE);
        return;
      }
      short[] speech = questions.get(question);
      stream.accept(Arrays.copyOfRange(speech, position, position + FRAME_SAMPLES));
      position += FRAME_SAMPLES;
      if (position >= speech.length) {
        stream.finish(dueNanos);
        position = 0;
        pause = pauseFrames;
        question = (question + 1) % questions.size();
      }
    }

    void close() {
      stream.close();
    }
  }
}
