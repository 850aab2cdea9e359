package parley.server.eval.speech;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import parley.server.channel.LineChannel;
import parley.server.channel.LineSound;
import parley.speech.gate.SpeechGate;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Vocabulary;

/// Hears recordings with a recognizer as a call would, at 8 kHz and 20 ms at a time, but ten times
/// as fast: slow enough that nothing waits when an utterance ends, so that the time to its final
/// words is that of a call. A recording longer than any utterance of a call is heard in pieces, cut
/// at pauses, and no further before a piece's words are there: hours take no more memory than a
/// minute. Thread: one owner, which blocks.
final class ModelHearing implements Hearing {
  static final Duration TEN_TIMES = Duration.ofMillis(2);

  private static final int RATE_HZ = 8_000;
  private static final int FRAMES_A_SECOND = 50;
  private static final int CUT_AT_PAUSE_FRAMES = 60 * FRAMES_A_SECOND;
  private static final int CUT_ANYWAY_FRAMES = 120 * FRAMES_A_SECOND;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Ear ear;
  private final Vocabulary vocabulary;
  private final LineChannel channel;
  private final long paceNanos;
  private final PartialWords partials = new PartialWords();
  private final List<Double> finalMs = new ArrayList<>();
  private final double cpuBefore = RecognizerWork.seconds();
  private long frames;

  /// @param pace between two frames; zero: as fast as the recognizer hears
  ModelHearing(Ear ear, Vocabulary vocabulary, LineChannel channel, Duration pace) {
    this.ear = ear;
    this.vocabulary = vocabulary;
    this.channel = channel;
    this.paceNanos = pace.toNanos();
  }

  @Override
  public List<String> hear(TestSet.Utterance utterance) throws InterruptedException {
    Pieces pieces = new Pieces(partials);
    List<String> heard = new ArrayList<>();
    try (LineSound sound = channel.open(utterance.file());
        RecognizerStream stream =
            ear.recognizers().open(ear.language(), RATE_HZ, vocabulary, pieces)) {
      SpeechGate gate = new SpeechGate(RATE_HZ, PAUSE);
      long due = System.nanoTime();
      int piece = 0;
      for (Optional<short[]> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
        stream.accept(frame.get());
        frames++;
        piece++;
        due += paceNanos;
        awaitNanos(due);
        boolean speaking = gate.hear(frame.get()).speaking();
        if (piece >= CUT_ANYWAY_FRAMES || (piece >= CUT_AT_PAUSE_FRAMES && !speaking)) {
          heard.addAll(finish(stream, pieces));
          piece = 0;
          due = System.nanoTime();
        }
      }
      long ended = System.nanoTime();
      heard.addAll(finish(stream, pieces));
      finalMs.add((System.nanoTime() - ended) / 1e6);
      return heard;
    }
  }

  private List<String> finish(RecognizerStream stream, Pieces pieces) throws InterruptedException {
    stream.finish(vocabulary);
    return TestSet.words(pieces.await().text());
  }

  private static void awaitNanos(long due) {
    while (due - System.nanoTime() > 0) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  @Override
  public Measured measured() {
    double seconds = (double) frames / FRAMES_A_SECOND;
    double worked = RecognizerWork.seconds() - cpuBefore;
    return new Measured(
        Optional.of(seconds == 0 ? 0 : worked / seconds), finalMs, Optional.of(partials.counts()));
  }
}
