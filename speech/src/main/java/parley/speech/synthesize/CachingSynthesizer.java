package parley.speech.synthesize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.speech.audio.Pcm;

/// Keeps sentences once spoken, the least recently used thrown away first when they are more than
/// so many bytes; makes a sentence once though many ask for it at the same time; forgets failures.
/// Thread: any.
public final class CachingSynthesizer implements Synthesizer {

  private record Key(String language, String sentence, Pace pace) {
    @Override
    public String toString() {
      return "[sentence]";
    }
  }

  private final Synthesizer voice;
  private final long mostBytes;
  private final @Nullable KeptSpeech keptSpeech;
  private final Object lock = new Object();
  private final LinkedHashMap<Key, Pcm> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Key, Pcm> prepared = new HashMap<>();
  private final Map<Key, CompletableFuture<Pcm>> inWork = new HashMap<>();
  private long keptBytes;

  /// @param mostBytes of sound to keep, prepared sentences not counted; 8 kHz is 16 kB a second
  public CachingSynthesizer(Synthesizer voice, long mostBytes) {
    this(voice, mostBytes, null);
  }

  /// @param prepared where prepared sentences are kept from start to start; null: nowhere
  public CachingSynthesizer(Synthesizer voice, long mostBytes, @Nullable KeptSpeech prepared) {
    this.voice = voice;
    this.mostBytes = mostBytes;
    this.keptSpeech = prepared;
  }

  /// The same at once, whatever else there is to do.
  public CompletableFuture<Void> prepare(String language, List<String> sentences) {
    return prepare(language, sentences, () -> CompletableFuture.completedFuture(null));
  }

  /// Speaks fixed prompts ahead, one after the other, so that calls find the voice free meanwhile;
  /// they are never thrown away. At the usual pace: few callers ask for another, and wait for it.
  /// Fails in the end when one of them could not be spoken.
  ///
  /// @param turn asked before each sentence that has to be made; it is made when that completes
  public CompletableFuture<Void> prepare(
      String language, List<String> sentences, Supplier<CompletableFuture<Void>> turn) {
    List<CompletableFuture<Void>> each = new ArrayList<>(sentences.size());
    CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
    for (String sentence : sentences) {
      Key key = new Key(language, sentence, Pace.USUAL);
      before =
          before
              .handle((_, _) -> key)
              .thenCompose(_ -> fixed(key, turn))
              .thenAccept(sound -> pin(key, sound));
      each.add(before);
    }
    return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Pcm> fixed(Key key, Supplier<CompletableFuture<Void>> turn) {
    if (keptSpeech == null) {
      return turn.get().thenCompose(_ -> speak(key.language(), key.sentence()));
    }
    KeptSpeech disk = keptSpeech;
    return disk.read(key.language(), key.sentence())
        .map(CompletableFuture::completedFuture)
        .orElseGet(() ->
            turn.get()
                .thenCompose(_ -> speak(key.language(), key.sentence()))
                .whenComplete((sound, _) -> {
                  if (sound != null) {
                    disk.write(key.language(), key.sentence(), sound);
                  }
                }));
  }

  @Override
  public boolean speaks(String language) {
    return voice.speaks(language);
  }

  @Override
  public CompletableFuture<Pcm> speak(String language, String sentence, Pace pace) {
    Key key = new Key(language, sentence, pace);
    CompletableFuture<Pcm> work;
    synchronized (lock) {
      Pcm known = prepared.containsKey(key) ? prepared.get(key) : kept.get(key);
      if (known != null) {
        return CompletableFuture.completedFuture(known);
      }
      work = inWork.get(key);
      if (work != null) {
        return work.copy();
      }
      work = new CompletableFuture<>();
      inWork.put(key, work);
    }
    CompletableFuture<Pcm> made = work;
    var _ =
        voice
            .speak(language, sentence, pace)
            .whenComplete((sound, failure) -> done(key, made, sound, failure));
    // A copy: who cancels, cancels for itself.
    return made.copy();
  }

  /// Bytes of sound kept beside the prepared sentences.
  public long keptBytes() {
    synchronized (lock) {
      return keptBytes;
    }
  }

  @Override
  public void close() {
    voice.close();
  }

  private void done(
      Key key, CompletableFuture<Pcm> work, @Nullable Pcm sound, @Nullable Throwable failure) {
    synchronized (lock) {
      inWork.remove(key);
      if (sound != null && !prepared.containsKey(key)) {
        keep(key, sound);
      }
    }
    if (sound != null) {
      work.complete(sound);
    } else {
      work.completeExceptionally(
          failure != null ? failure : new SynthesisException("The voice gave no sound"));
    }
  }

  private void keep(Key key, Pcm sound) {
    kept.put(key, sound);
    keptBytes += bytes(sound);
    var oldest = kept.entrySet().iterator();
    while (keptBytes > mostBytes && oldest.hasNext()) {
      keptBytes -= bytes(oldest.next().getValue());
      oldest.remove();
    }
  }

  private void pin(Key key, Pcm sound) {
    synchronized (lock) {
      prepared.put(key, sound);
      if (kept.remove(key) != null) {
        keptBytes -= bytes(sound);
      }
    }
  }

  private static long bytes(Pcm sound) {
    return 2L * sound.samples().length;
  }
}
