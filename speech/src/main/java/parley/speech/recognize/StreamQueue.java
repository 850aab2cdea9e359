package parley.speech.recognize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Audio of one stream that waits for a recognizer thread, cut where utterances end. Bounded:
/// beyond the limit the oldest audio is dropped, an utterance's end never. Thread: any.
final class StreamQueue {

  /// How an utterance ends: `tell` its final words or forget it, and go on with `next`.
  record End(long utterance, Vocabulary next, boolean tell) {}

  /// Work for one go: `lost` samples were dropped or left out before `frames`; then the utterance
  /// may end.
  record Batch(long utterance, int lost, List<short[]> frames, Optional<End> end) {}

  private static final class Segment {
    final long utterance;
    final ArrayDeque<short[]> frames = new ArrayDeque<>();
    int lost;
    Optional<End> end = Optional.empty();

    Segment(long utterance) {
      this.utterance = utterance;
    }
  }

  private final int mostSamples;
  private final int dueSamples;
  private final ArrayDeque<Segment> segments = new ArrayDeque<>();
  private int waiting;

  /// @param mostSamples beyond which the oldest audio is dropped
  /// @param dueSamples from which audio alone is worth a go
  StreamQueue(int mostSamples, int dueSamples) {
    this.mostSamples = mostSamples;
    this.dueSamples = dueSamples;
    segments.add(new Segment(1));
  }

  /// @return how many frames were dropped for this one
  synchronized int add(short[] frame) {
    segments.getLast().frames.add(frame);
    waiting += frame.length;
    int dropped = 0;
    while (waiting > mostSamples) {
      dropOldest();
      dropped++;
    }
    return dropped;
  }

  /// So many samples of the stream are left out here.
  synchronized void skip(int samples) {
    segments.getLast().lost += samples;
  }

  synchronized void end(End end) {
    segments.getLast().end = Optional.of(end);
    segments.add(new Segment(end.utterance() + 1));
  }

  /// Whether it is time for a go: an utterance ends, or there is enough audio.
  synchronized boolean isDue() {
    return segments.getFirst().end.isPresent() || waiting >= dueSamples;
  }

  synchronized void clear() {
    Segment open = segments.getLast();
    segments.clear();
    segments.add(new Segment(open.utterance));
    waiting = 0;
  }

  /// All audio up to the next end of an utterance, and that end.
  synchronized Batch take() {
    Segment first = segments.getFirst();
    List<short[]> frames = new ArrayList<>(first.frames);
    Batch batch = new Batch(first.utterance, first.lost, frames, first.end);
    waiting -= frames.stream().mapToInt(frame -> frame.length).sum();
    first.frames.clear();
    first.lost = 0;
    if (first.end.isPresent()) {
      segments.removeFirst();
    }
    return batch;
  }

  private void dropOldest() {
    for (Segment segment : segments) {
      short[] oldest = segment.frames.poll();
      if (oldest != null) {
        segment.lost += oldest.length;
        waiting -= oldest.length;
        return;
      }
    }
  }
}
