package parley.server.eval.speech;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.server.channel.LineChannel;
import parley.speech.recognize.Vocabulary;

/// Hears single recordings with a recognizer as a call at 8 kHz would where anything may be said.
/// The recognizer is opened for the first of them; each is heard once. Thread: any.
public final class RecordingEar implements AutoCloseable {
  private static final LineChannel CLEAN = LineChannel.parse("clean");

  private final Supplier<Ear> opening;
  private final Map<Path, List<String>> known = new HashMap<>();
  private @Nullable Ear ear;

  /// @param opening loads the recognizer; asked at most once
  public RecordingEar(Supplier<Ear> opening) {
    this.opening = opening;
  }

  /// The words of a recording, lower case.
  ///
  /// @throws parley.speech.audio.WavException when it cannot be read
  /// @throws parley.speech.recognize.RecognitionException when there is no recognizer
  public synchronized List<String> hear(Path file) throws InterruptedException {
    List<String> words = known.get(file);
    if (words == null) {
      Ear opened = ear == null ? opening.get() : ear;
      ear = opened;
      words =
          new ModelHearing(opened, Vocabulary.OPEN, CLEAN, ModelHearing.TEN_TIMES)
              .hear(new TestSet.Utterance(file, List.of(), ""));
      known.put(file, List.copyOf(words));
    }
    return words;
  }

  @Override
  public synchronized void close() {
    if (ear != null) {
      ear.close();
      ear = null;
    }
  }
}
