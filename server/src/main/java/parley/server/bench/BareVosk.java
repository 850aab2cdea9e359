package parley.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/// Vosk as its own examples use it, for comparison: one thread and one recognizer a stream, a
/// partial result after each frame, the final result at the end of each utterance.
final class BareVosk implements StreamEngine, AutoCloseable {

  private final Model model;

  BareVosk(Path folder) {
    LibVosk.setLogLevel(LogLevel.WARNINGS);
    try {
      model = new Model(folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("No Vosk model in " + folder, e);
    }
  }

  @Override
  public String name() {
    return "bare_vosk";
  }

  @Override
  public Stream open(LagMeter meter) {
    try {
      return new ThreadStream(new Recognizer(model, StreamCapacity.SAMPLE_RATE_HZ), meter);
    } catch (IOException e) {
      throw new UncheckedIOException("Vosk made no recognizer", e);
    }
  }

  @Override
  public void close() {
    model.close();
  }

  private sealed interface Step {}

  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  private record Frame(short[] samples) implements Step {}

  private record Finish(long dueNanos) implements Step {}

  private record End() implements Step {}

  private static final class ThreadStream implements Stream {
    private final Recognizer recognizer;
    private final LagMeter meter;
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final Thread thread;

    /// Set on closing: what waits is not worth recognizing any more.
    private volatile boolean closing;

    ThreadStream(Recognizer recognizer, LagMeter meter) {
      this.recognizer = recognizer;
      this.meter = meter;
      thread = Thread.ofPlatform().name("bare-vosk").daemon().start(this::run);
    }

    private void run() {
      try (recognizer) {
        Step step = steps.take();
        while (!(step instanceof End) && !closing) {
          carryOut(step);
          step = steps.take();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void carryOut(Step step) {
      switch (step) {
        case Frame(short[] samples) -> {
          boolean _ = recognizer.acceptWaveForm(samples, samples.length);
          String _ = recognizer.getPartialResult();
        }
        case Finish(long dueNanos) -> {
          String _ = recognizer.getFinalResult();
          meter.lag(System.nanoTime() - dueNanos);
        }
        case End() -> {}
      }
    }

    @Override
    public void accept(short[] frame) {
      steps.add(new Frame(frame));
    }

    @Override
    public void finish(long dueNanos) {
      steps.add(new Finish(dueNanos));
    }

    @Override
    public void close() {
      closing = true;
      steps.add(new End());
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
