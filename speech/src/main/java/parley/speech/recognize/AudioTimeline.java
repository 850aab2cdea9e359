package parley.speech.recognize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.speech.recognize.Transcript.Word;

/// Where words lie in an utterance: libvosk counts time by the samples that it was fed since it was
/// made, while the caller's time goes on during audio that was dropped. Thread: one owner.
final class AudioTimeline {

  /** From `fedAt` samples on, `lost` samples in all were not fed. */
  private record Gap(long fedAt, long lost) {}

  private final int sampleRateHz;
  private final List<Gap> gaps = new ArrayList<>();
  private long base;

  AudioTimeline(int sampleRateHz) {
    this.sampleRateHz = sampleRateHz;
  }

  /// An utterance begins when the recognizer has been fed `fed` samples.
  void begin(long fed) {
    base = fed;
    gaps.clear();
  }

  void lost(long fed, long samples) {
    long before = gaps.isEmpty() ? 0 : gaps.getLast().lost();
    gaps.add(new Gap(fed, before + samples));
  }

  List<Word> place(List<Word> words) {
    return words.stream()
        .map(w -> new Word(w.text(), place(w.start()), place(w.end()), w.confidence()))
        .toList();
  }

  /// Time since the utterance began, of a time that libvosk gave.
  Duration place(Duration native_) {
    long sample = Math.round(native_.toNanos() / 1e9 * sampleRateHz);
    long lost = 0;
    for (Gap gap : gaps) {
      if (sample > gap.fedAt()) {
        lost = gap.lost();
      }
    }
    return duration(Math.max(0, sample - base) + lost);
  }

  Duration duration(long samples) {
    return Duration.ofNanos(samples * 1_000_000_000L / sampleRateHz);
  }

  /// Time since the utterance began, now that the recognizer has been fed so many samples.
  Duration now(long fed) {
    return duration(fed - base + (gaps.isEmpty() ? 0 : gaps.getLast().lost()));
  }
}
