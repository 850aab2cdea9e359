package parley.speech.synthesize;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;
import parley.speech.audio.Pcm;

/// English by MaryTTS (voice cmu-slt-hsmm), on a few platform threads (`voice-1`…). MaryTTS itself
/// is one engine a JVM, about 42 MB, and stays loaded after [#close].
///
/// MaryTTS writes the text to its log at DEBUG: the logging backend must hold `marytts` at WARN.
/// Thread: any.
public final class MarySynthesizer implements Synthesizer {
  private static final Logger LOG = LoggerFactory.getLogger(MarySynthesizer.class);
  private static final String LANGUAGE = "en";

  /// Names the voice and how its words are prepared; to be raised when either changes, so that kept
  /// sentences are spoken again.
  public static final String VOICE_VERSION = "marytts-5.2-cmu-slt-hsmm-2";

  /** More sentences than that in wait would be spoken long after their turn. */
  private static final int MOST_WAITING = 500;

  private static final long CLOSE_SECONDS = 5;

  private final int sampleRateHz;
  private final Settings.Speech settings;
  private final BlockingQueue<MaryVoice> voices;
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService watchdog;

  /// Loads the engine (1 to 2 s the first time in a JVM).
  ///
  /// @param sampleRateHz of the sound that is made, 8000 or 16000
  public MarySynthesizer(int sampleRateHz, Settings.Speech settings) {
    this.sampleRateHz = sampleRateHz;
    this.settings = settings;
    int count = settings.voiceThreads();
    this.voices = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      voices.add(new MaryVoice());
    }
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("voice-", 1).daemon().factory());
    this.watchdog =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("voice-watchdog").daemon().factory());
  }

  @Override
  public boolean speaks(String language) {
    return language.equals(LANGUAGE);
  }

  @Override
  public CompletableFuture<Pcm> speak(String language, String sentence, Pace pace) {
    if (!speaks(language)) {
      return failed("MaryTTS has no voice for language " + language);
    }
    String words = SpokenText.of(sentence);
    if (words.isEmpty()) {
      return CompletableFuture.completedFuture(Pcm.empty(sampleRateHz));
    }
    CompletableFuture<Pcm> sound = new CompletableFuture<>();
    try {
      threads.execute(new Task(words, pace, sound));
    } catch (RejectedExecutionException e) {
      return failed(
          threads.isShutdown()
              ? "The voice is closed"
              : MOST_WAITING + " sentences wait for the voice already");
    }
    return sound;
  }

  private static CompletableFuture<Pcm> failed(String why) {
    return CompletableFuture.failedFuture(new SynthesisException(why));
  }

  @Override
  public void close() {
    threads.shutdownNow().forEach(waiting -> ((Task) waiting).fail("The voice was closed"));
    watchdog.shutdownNow();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A voice thread did not end within {} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One sentence. The watchdog fails it when it takes too long, waiting included. */
  private final class Task implements Runnable {
    private final String words;
    private final Pace pace;
    private final CompletableFuture<Pcm> sound;
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private final ScheduledFuture<?> alarm;

    Task(String words, Pace pace, CompletableFuture<Pcm> sound) {
      this.words = words;
      this.pace = pace;
      this.sound = sound;
      this.alarm =
          watchdog.schedule(
              this::tooLate, settings.synthesisTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      if (sound.isDone()) {
        return;
      }
      worker.set(Thread.currentThread());
      try {
        sound.complete(spoken());
      } catch (RuntimeException | marytts.exceptions.SynthesisException | IOException e) {
        // Not as a cause: MaryTTS puts the text into its messages.
        fail("MaryTTS could not speak a sentence: " + e.getClass().getSimpleName());
      } catch (InterruptedException e) {
        fail("MaryTTS was interrupted while it spoke");
      } finally {
        worker.set(null);
        alarm.cancel(false);
        // An alarm that came as the work ended must not hit the next sentence.
        Thread.interrupted();
      }
    }

    void fail(String why) {
      alarm.cancel(false);
      sound.completeExceptionally(new SynthesisException(why));
    }

    private void tooLate() {
      boolean late =
          sound.completeExceptionally(
              new SynthesisException(
                  "A sentence was not spoken within "
                      + settings.synthesisTimeout().toMillis()
                      + " ms"));
      Thread stuck = worker.get();
      if (late && stuck != null) {
        LOG.warn("A sentence took too long to speak; its thread is interrupted");
        stuck.interrupt();
      }
    }

    private Pcm spoken()
        throws marytts.exceptions.SynthesisException, IOException, InterruptedException {
      MaryVoice voice = voices.take();
      try {
        return voice.speak(words, pace, sampleRateHz);
      } finally {
        voices.add(voice);
      }
    }
  }
}
