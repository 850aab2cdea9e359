package parley.speech.recognize;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;
import parley.speech.gate.SilenceFilter;

/// [Recognizers] on Vosk: one model a language in native memory, a few platform threads
/// (`recognizer-1`…) that work for all streams. Thread: any.
public final class VoskRecognizers implements Recognizers {
  private static final Logger LOG = LoggerFactory.getLogger(VoskRecognizers.class);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

  private final Map<String, VoskLanguage> languages = new HashMap<>();
  private final ExecutorService threads;
  private final Duration lag;
  private final boolean skipSilence;
  private final Set<VoskStream> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong framesDropped = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();

  /// Loads the models (0.2 s for the bundled one), by language (ISO 639-1 code).
  ///
  /// @throws RecognitionException when one cannot be loaded; nothing stays open then
  public VoskRecognizers(Map<String, ModelFolder> models, Settings.Speech settings) {
    this.lag = settings.recognizerLag();
    this.skipSilence = settings.skipSilence();
    int count = settings.recognizerThreads();
    try {
      models.forEach((code, folder) -> languages.put(code, new VoskLanguage(folder, count)));
    } catch (RuntimeException e) {
      languages.values().forEach(VoskLanguage::close);
      throw e;
    }
    this.threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name("recognizer-", 1).daemon().factory());
  }

  @Override
  public boolean hears(String language) {
    return languages.containsKey(language);
  }

  @Override
  public RecognizerStream open(
      String language,
      int sampleRateHz,
      Vocabulary vocabulary,
      RecognizerStream.Listener listener) {
    VoskLanguage spoken = languages.get(language);
    if (spoken == null || closed.get()) {
      throw new RecognitionException(
          closed.get()
              ? "The recognizers are closed; no stream can be opened"
              : "There is no speech model for language " + language);
    }
    if (sampleRateHz != 8000 && sampleRateHz != 16_000) {
      throw new IllegalArgumentException(
          "Streams are of 8000 or 16000 Hz, not " + sampleRateHz + ": resample first");
    }
    VoskEar ear = new VoskEar(spoken.recognizers(), sampleRateHz, spoken.grammar(vocabulary));
    int mostWaiting = (int) (lag.toMillis() * sampleRateHz / 1000);
    SilenceFilter filter = skipSilence ? new SilenceFilter(sampleRateHz) : null;
    VoskStream stream =
        new VoskStream(new Link(spoken), ear, sampleRateHz, mostWaiting, filter, listener);
    open.add(stream);
    return stream;
  }

  @Override
  public int openStreams() {
    return open.size();
  }

  /// Frames of 20 ms dropped because recognition lagged, since the start.
  public long framesDropped() {
    return framesDropped.get();
  }

  /// Recognizers in native memory now, those of open streams and idle ones. It does not grow over
  /// time, or there is a leak.
  public int recognizersInMemory() {
    return languages.values().stream().mapToInt(VoskLanguage::recognizersInMemory).sum();
  }

  /// Words of vocabularies that the models do not know, each counted once a vocabulary.
  public int unknownWords() {
    return languages.values().stream().mapToInt(VoskLanguage::unknownWords).sum();
  }

  /// Closes all streams, then frees everything native.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    List.copyOf(open).forEach(VoskStream::close);
    threads.shutdown();
    if (terminated()) {
      languages.values().forEach(VoskLanguage::close);
    } else {
      // Freeing a model under a running recognizer would end the process: the memory is given up.
      LOG.error("Recognizer threads did not end within {}; native memory stays", LONGEST_CLOSE);
    }
  }

  private boolean terminated() {
    try {
      return threads.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A stream's way back to what it shares with others. */
  private final class Link implements VoskStream.Owner {
    private final VoskLanguage language;

    Link(VoskLanguage language) {
      this.language = language;
    }

    @Override
    public void execute(Runnable work) {
      threads.execute(work);
    }

    @Override
    public Grammar grammar(Vocabulary vocabulary) {
      return language.grammar(vocabulary);
    }

    @Override
    public void dropped(int frames) {
      framesDropped.addAndGet(frames);
    }

    @Override
    public void closed(VoskStream stream) {
      open.remove(stream);
    }
  }
}
