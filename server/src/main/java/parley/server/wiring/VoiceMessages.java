package parley.server.wiring;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.mail.attachment.AttachmentText;
import parley.mail.attachment.AttachmentTranscriber;
import parley.speech.recognize.Recognizers;
import parley.speech.recording.Ffmpeg;
import parley.speech.recording.HeardRecording;
import parley.speech.recording.Recordings;

/// Voice messages in mails, heard with the recognizers that hear calls. Thread: any; blocks.
public final class VoiceMessages implements AttachmentTranscriber, AutoCloseable {

  private final Supplier<? extends Recognizers> opening;
  private final boolean own;
  private final String language;
  private @Nullable Recognizers recognizers;

  private VoiceMessages(Supplier<? extends Recognizers> opening, boolean own, String language) {
    this.opening = opening;
    this.own = own;
    this.language = language;
  }

  /// With recognizers that somebody else closes.
  public static VoiceMessages with(Recognizers recognizers, Settings settings) {
    return new VoiceMessages(() -> recognizers, false, settings.site().language());
  }

  /// With recognizers that are opened for the first voice message.
  public static VoiceMessages opening(Supplier<? extends Recognizers> opening, Settings settings) {
    return new VoiceMessages(opening, true, settings.site().language());
  }

  @Override
  public AttachmentText transcribe(Path audio, String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Recordings recordings = new Recordings(recognizers(), language, Ffmpeg.find(path));
    return switch (recordings.hear(audio, name)) {
      case HeardRecording.Words(String text) -> new AttachmentText.Words(text, false);
      case HeardRecording.NotHeard(String why) -> new AttachmentText.NoWords(why);
    };
  }

  private synchronized Recognizers recognizers() {
    Recognizers open = recognizers == null ? opening.get() : recognizers;
    recognizers = open;
    return open;
  }

  @Override
  public synchronized void close() {
    if (own && recognizers != null) {
      recognizers.close();
      recognizers = null;
    }
  }
}
