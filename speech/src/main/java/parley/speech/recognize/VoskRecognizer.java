package parley.speech.recognize;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/// One native recognizer. Thread: one at a time, and the one who holds it frees it; [VoskStream]
/// sees to that.
///
/// Between two utterances only a final result clears it: `vosk_recognizer_reset` leaves frames in
/// the feature pipeline, so that the last words before it come back at the head of the next
/// utterance, and `vosk_recognizer_set_grm` takes longer (0.6 to 3 ms) than a new recognizer (0.3
/// to 1 ms) and aborts the process when audio is in work. Neither is bound here.
final class VoskRecognizer implements AutoCloseable {
  private final Runnable whenFreed;
  private final Hiss hiss = new Hiss();
  private @Nullable Pointer pointer;
  private long fed;
  private boolean dirty;

  VoskRecognizer(Pointer pointer, Runnable whenFreed) {
    this.pointer = pointer;
    this.whenFreed = whenFreed;
    VoskLibrary.vosk_recognizer_set_words(pointer, 1);
  }

  /// Samples fed since it was made: its word times count from there.
  long fed() {
    return fed;
  }

  /// Feeds sound, at the recognizer's rate.
  ///
  /// @return whether Vosk's own endpointing fired, so that [#result] must be asked for
  boolean accept(short[] samples) {
    short[] heard = hiss.under(samples);
    int answer = VoskLibrary.vosk_recognizer_accept_waveform_s(pointer(), heard, heard.length);
    if (answer < 0) {
      throw new RecognitionException(
          "libvosk could not take audio; its reason is on standard error");
    }
    fed += samples.length;
    dirty = true;
    return answer > 0;
  }

  /// The words up to the endpoint that [#accept] told of, as JSON.
  String result() {
    return text(VoskLibrary.vosk_recognizer_result(pointer()));
  }

  /// The words so far, as JSON.
  String partial() {
    return text(VoskLibrary.vosk_recognizer_partial_result(pointer()));
  }

  /// The rest of the words, as JSON; the next audio begins a new utterance with nothing of this one
  /// in it.
  String finish() {
    dirty = false;
    hiss.again();
    return text(VoskLibrary.vosk_recognizer_final_result(pointer()));
  }

  /// Forgets what it heard; see the class for why that is not the native reset.
  void clear() {
    if (dirty) {
      finish();
    }
  }

  @Override
  public void close() {
    Pointer freed = pointer;
    pointer = null;
    if (freed != null) {
      VoskLibrary.vosk_recognizer_free(freed);
      whenFreed.run();
    }
  }

  private Pointer pointer() {
    if (pointer == null) {
      throw new IllegalStateException("This recognizer was freed");
    }
    return pointer;
  }

  private static String text(@Nullable Pointer json) {
    if (json == null) {
      throw new RecognitionException("libvosk gave no result");
    }
    return json.getString(0, "UTF-8");
  }
}
