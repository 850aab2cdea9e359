package parley.speech.recognize;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.speech.audio.Samples;
import parley.speech.gate.SilenceFilter;
import parley.speech.recognize.StreamQueue.Batch;
import parley.speech.recognize.StreamQueue.End;

/// A stream into Vosk: its owner queues audio, a recognizer thread works it off, never two at a
/// time for one stream and all that waits in one go.
final class VoskStream implements RecognizerStream {
  private static final Logger LOG = LoggerFactory.getLogger(VoskStream.class);

  /**
   * Audio goes to the recognizer three frames at a time: its network looks at 200 ms at once
   * anyway, and a wake-up of a thread for every frame costs more than digits do.
   */
  private static final int DUE_MILLIS = 60;

  /// What a stream needs from [VoskRecognizers].
  interface Owner extends Executor {
    Grammar grammar(Vocabulary vocabulary);

    void dropped(int frames);

    void closed(VoskStream stream);
  }

  private final Owner owner;
  private final VoskEar ear;
  private final Listener listener;
  private final StreamQueue queue;
  private final @Nullable SilenceFilter filter;
  private final int sampleRateHz;

  /** Whether a recognizer thread works for this stream or is about to. */
  private final AtomicBoolean scheduled = new AtomicBoolean();

  private final AtomicBoolean closed = new AtomicBoolean();

  /** Held while the listener is told, so that it is told nothing after [#close] returned. */
  private final Object telling = new Object();

  private boolean broken;
  private volatile boolean freed;
  private long utterance = 1;

  /// @param mostWaiting samples
  /// @param filter null: silence is recognized as well
  VoskStream(
      Owner owner,
      VoskEar ear,
      int sampleRateHz,
      int mostWaiting,
      @Nullable SilenceFilter filter,
      Listener listener) {
    this.owner = owner;
    this.ear = ear;
    this.sampleRateHz = sampleRateHz;
    this.filter = filter;
    this.listener = listener;
    this.queue =
        new StreamQueue(mostWaiting, Math.min(mostWaiting, sampleRateHz * DUE_MILLIS / 1000));
  }

  @Override
  public long utterance() {
    return utterance;
  }

  @Override
  public void accept(short[] frame) {
    if (frame.length * 50 != sampleRateHz) {
      throw new IllegalArgumentException(
          "A frame is 20 ms, " + sampleRateHz / 50 + " samples, not " + frame.length);
    }
    if (closed.get()) {
      return;
    }
    SilenceFilter.Passed passed =
        filter == null ? new SilenceFilter.Passed(0, List.of(frame)) : filter.hear(frame);
    queue.skip(passed.skipped());
    passed.frames().forEach(next -> owner.dropped(queue.add(next)));
    if (queue.isDue()) {
      schedule();
    }
  }

  @Override
  public void finish(Vocabulary next) {
    end(next, true);
  }

  @Override
  public void restart(Vocabulary next) {
    end(next, false);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      synchronized (telling) {
        // Whoever is telling now ends before this returns; the flag keeps everyone else out.
        queue.clear();
      }
      owner.closed(this);
      schedule();
    }
  }

  private void end(Vocabulary next, boolean tell) {
    if (!closed.get()) {
      queue.end(new End(utterance, next, tell));
      utterance++;
      schedule();
    }
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      try {
        owner.execute(this::work);
      } catch (RejectedExecutionException e) {
        // The recognizers are closing: what is left to do is to free the native recognizer.
        work();
      }
    }
  }

  private void work() {
    try {
      if (closed.get()) {
        free();
      } else if (!broken) {
        step(queue.take());
      } else {
        queue.clear();
      }
    } catch (RuntimeException e) {
      fail(e);
    } finally {
      scheduled.set(false);
    }
    if (closed.get() ? !freed : queue.isDue()) {
      schedule();
    }
  }

  private void step(Batch batch) {
    if (!batch.frames().isEmpty() && ear.hear(batch.lost(), Samples.join(batch.frames()))) {
      Transcript words = new Transcript(ear.words());
      tell(() -> listener.partial(batch.utterance(), words));
    }
    batch.end().ifPresent(this::end);
  }

  private void end(End end) {
    Grammar next = owner.grammar(end.next());
    if (end.tell()) {
      Transcript words = ear.finish(next);
      tell(() -> listener.finished(end.utterance(), words));
    } else {
      ear.restart(next);
    }
  }

  private void tell(Runnable words) {
    synchronized (telling) {
      if (!closed.get()) {
        words.run();
      }
    }
  }

  private void free() {
    if (!freed) {
      freed = true;
      ear.close();
    }
  }

  private void fail(RuntimeException why) {
    LOG.warn("A recognizer stream failed and is given up", why);
    broken = true;
    ear.discard();
    try {
      tell(() -> listener.failed(why));
    } catch (RuntimeException e) {
      LOG.warn("A listener failed when it was told so", e);
    }
  }
}
