package parley.speech.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.speech.audio.WavException;
import parley.speech.audio.WavReader;
import parley.speech.recognize.RecognitionException;
import parley.speech.recognize.Recognizers;
import parley.speech.recording.HeardRecording.NotHeard;

/// Listens to files of sound with the recognizers that hear calls: WAV as it is, other forms
/// through ffmpeg where the machine has it.
///
/// Thread: any; blocks, for [#DEADLINE] at most.
public final class Recordings {

  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

  /// A longer one is for a person: nobody asks a short question for two minutes.
  public static final Duration LONGEST = Duration.ofMinutes(2);

  /// For one file, whatever the recognizers have to do besides.
  public static final Duration DEADLINE = Duration.ofSeconds(45);

  private final Recognizers recognizers;
  private final String language;
  private final Optional<Ffmpeg> ffmpeg;

  /// @param language ISO 639-1 code of what is said
  /// @param ffmpeg empty: only WAV is heard
  public Recordings(Recognizers recognizers, String language, Optional<Ffmpeg> ffmpeg) {
    this.recognizers = recognizers;
    this.language = language;
    this.ffmpeg = ffmpeg;
  }

  /// @param name the file's own name, whose ending tells its form
  public HeardRecording hear(Path file, String name) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    try {
      return isWav(file) ? wav(file, end) : converted(file, name, end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new NotHeard("Listening was given up.");
    } catch (IOException | RecognitionException e) {
      LOG.warn("A recording could not be heard ({})", e.getClass().getSimpleName());
      LOG.debug("The recording's fault", e);
      return new NotHeard("It could not be listened to.");
    }
  }

  /// WAV of a coding that is not known here, such as ADPCM, is a form for ffmpeg.
  private static boolean isWav(Path file) {
    try (WavReader _ = WavReader.open(file)) {
      return true;
    } catch (WavException _) {
      return false;
    }
  }

  private HeardRecording converted(Path file, String name, long end)
      throws InterruptedException, IOException {
    if (ffmpeg.isEmpty()) {
      return new NotHeard("Recordings of this form are heard only where ffmpeg is installed.");
    }
    Path wav = Files.createTempFile(file.toAbsolutePath().getParent(), "heard-", ".wav");
    try {
      return ffmpeg.get().toWav(file, name, wav, LONGEST.plusSeconds(1), left(end))
          ? wav(wav, end)
          : new NotHeard("It is damaged, or of a form that is not known.");
    } finally {
      boolean _ = Files.deleteIfExists(wav);
    }
  }

  private HeardRecording wav(Path wav, long end) throws InterruptedException {
    try (WavReader reader = WavReader.open(wav)) {
      if (reader.length() > LONGEST.toSeconds() * reader.sampleRateHz()) {
        return new NotHeard("It is longer than %d s.".formatted(LONGEST.toSeconds()));
      }
    } catch (WavException _) {
      return new NotHeard("It is damaged.");
    }
    try {
      return new Listening(recognizers, language).hear(wav, end);
    } catch (WavException _) {
      return new NotHeard("It is damaged.");
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
  }
}
