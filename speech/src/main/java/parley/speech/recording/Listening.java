package parley.speech.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import parley.speech.audio.WavFrames;
import parley.speech.gate.SpeechGate;
import parley.speech.recognize.RecognitionException;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Recognizers;
import parley.speech.recognize.Transcript;
import parley.speech.recognize.Vocabulary;
import parley.speech.recording.HeardRecording.NotHeard;
import parley.speech.recording.HeardRecording.Words;

/// One recording on its way into a recognizer, four times as fast as it was spoken: calls use the
/// same recognizers, and what waits too long for them is thrown away. It is cut at pauses, as calls
/// are cut into utterances. Thread: one owner, which blocks; a recognizer's tells of words.
final class Listening implements RecognizerStream.Listener {

  private static final int RATE_HZ = 8_000;
  private static final int FRAMES_A_SECOND = 50;
  private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int CUT_AT_PAUSE_FRAMES = 10 * FRAMES_A_SECOND;
  private static final int CUT_ANYWAY_FRAMES = 30 * FRAMES_A_SECOND;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Recognizers recognizers;
  private final String language;
  private final LinkedBlockingQueue<CompletableFuture<Transcript>> ended =
      new LinkedBlockingQueue<>();

  Listening(Recognizers recognizers, String language) {
    this.recognizers = recognizers;
    this.language = language;
  }

  /// @param end by when it has to be over, as [System#nanoTime] counts
  /// @throws RecognitionException when the recognizer breaks
  /// @throws parley.speech.audio.WavException when the file cannot be read on
  HeardRecording hear(Path wav, long end) throws InterruptedException {
    List<String> heard = new ArrayList<>();
    try (WavFrames sound = WavFrames.open(wav, RATE_HZ);
        RecognizerStream stream = recognizers.open(language, RATE_HZ, Vocabulary.OPEN, this)) {
      SpeechGate gate = new SpeechGate(RATE_HZ, PAUSE);
      long due = System.nanoTime();
      int piece = 0;
      for (Optional<short[]> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
        stream.accept(frame.get());
        piece++;
        due += PACE_NANOS;
        LockSupport.parkNanos(due - System.nanoTime());
        boolean pause = !gate.hear(frame.get()).speaking();
        if (piece >= CUT_ANYWAY_FRAMES || (piece >= CUT_AT_PAUSE_FRAMES && pause)) {
          heard.add(finish(stream, end));
          piece = 0;
          due = System.nanoTime();
        }
        if (System.nanoTime() > end) {
          return new NotHeard("The recognizer is too busy.");
        }
      }
      heard.add(finish(stream, end));
    }
    String text = String.join(" ", heard).strip().replaceAll(" +", " ");
    return text.isEmpty() ? new NotHeard("No words are heard in it.") : new Words(text);
  }

  private String finish(RecognizerStream stream, long end) throws InterruptedException {
    stream.finish(Vocabulary.OPEN);
    CompletableFuture<Transcript> words =
        ended.poll(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    if (words == null) {
      throw new RecognitionException("The recognizer gave no final words in time");
    }
    try {
      return words.get().text();
    } catch (ExecutionException failed) {
      throw new RecognitionException("The recognizer gave no final words", failed);
    }
  }

  @Override
  public void partial(long utterance, Transcript words) {
    // The final ones are better.
  }

  @Override
  public void finished(long utterance, Transcript words) {
    ended.add(CompletableFuture.completedFuture(words));
  }

  @Override
  public void failed(RuntimeException why) {
    ended.add(CompletableFuture.failedFuture(why));
  }
}
