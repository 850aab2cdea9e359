package parley.speech.recognize;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vosk.LibVosk;

/// The functions of libvosk that Parley uses, bound by ourselves and not through `org.vosk`, which
/// hides errors: its `acceptWaveForm` turns the error -1 into `true`, and its strings use the
/// platform's charset. Pointers are checked by [VoskModel] and [VoskRecognizer]: a null given to
/// libvosk ends the process.
///
/// The library must be the very one that `org.vosk` loads (same name, same options): a second copy
/// of it in the process shares its C++ globals and aborts the JVM at exit ("double free").
final class VoskLibrary {
  /** No informational messages on standard error, where libvosk writes; warnings stay. */
  private static final int WARNINGS_ONLY = -1;

  static {
    NativeLibrary shared =
        NativeLibrary.getInstance(
            "vosk", Map.of(Library.OPTION_CLASSLOADER, LibVosk.class.getClassLoader()));
    Native.register(VoskLibrary.class, shared);
    vosk_set_log_level(WARNINGS_ONLY);
  }

  private VoskLibrary() {}

  static native void vosk_set_log_level(int level);

  static native @Nullable Pointer vosk_model_new(byte[] path);

  static native void vosk_model_free(Pointer model);

  static native @Nullable Pointer vosk_recognizer_new(Pointer model, float sampleRateHz);

  static native @Nullable Pointer vosk_recognizer_new_grm(
      Pointer model, float sampleRateHz, byte[] grammar);

  static native void vosk_recognizer_set_words(Pointer recognizer, int on);

  static native int vosk_recognizer_accept_waveform_s(
      Pointer recognizer, short[] samples, int count);

  static native @Nullable Pointer vosk_recognizer_result(Pointer recognizer);

  static native @Nullable Pointer vosk_recognizer_partial_result(Pointer recognizer);

  static native @Nullable Pointer vosk_recognizer_final_result(Pointer recognizer);

  static native void vosk_recognizer_free(Pointer recognizer);

  /// A C string in UTF-8.
  static byte[] cString(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_8);
  }
}
