package parley.speech.recognize;

import com.sun.jna.Pointer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A speech model in native memory, shared by all recognizers of a language (libvosk counts them: a
/// model that is closed lives on until its last recognizer is freed). Thread: any.
final class VoskModel implements AutoCloseable {
  private final ModelFolder folder;
  private final Pointer pointer;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicInteger recognizers = new AtomicInteger();

  VoskModel(ModelFolder folder) {
    this.folder = folder;
    Pointer loaded = load(folder);
    if (loaded == null) {
      throw new RecognitionException(
          folder.path()
              + " looks like a Vosk model but could not be loaded; libvosk wrote the reason to"
              + " standard error; fetch or copy the model again");
    }
    this.pointer = loaded;
  }

  private static @Nullable Pointer load(ModelFolder folder) {
    try {
      return VoskLibrary.vosk_model_new(VoskLibrary.cString(folder.path().toString()));
    } catch (LinkageError e) {
      throw new RecognitionException(
          "libvosk cannot be loaded on this machine ("
              + e.getMessage()
              + "); it needs 64-bit Linux with glibc and a temporary folder that allows execution",
          e);
    }
  }

  ModelFolder folder() {
    return folder;
  }

  /// A recognizer for sound at the rate that [ModelFolder#nativeRate] gives for the stream.
  VoskRecognizer recognizer(int sampleRateHz, Grammar grammar) {
    if (closed.get()) {
      throw new RecognitionException("The speech model is closed; no stream can be opened");
    }
    Pointer recognizer =
        grammar.isOpen()
            ? VoskLibrary.vosk_recognizer_new(pointer, sampleRateHz)
            : VoskLibrary.vosk_recognizer_new_grm(
                pointer, sampleRateHz, VoskLibrary.cString(grammar.json()));
    if (recognizer == null) {
      throw new RecognitionException(
          "libvosk could not make a recognizer for the vocabulary " + grammar.name());
    }
    recognizers.incrementAndGet();
    return new VoskRecognizer(recognizer, recognizers::decrementAndGet);
  }

  /// Recognizers of this model in native memory.
  int recognizers() {
    return recognizers.get();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      VoskLibrary.vosk_model_free(pointer);
    }
  }
}
