package parley.speech.recognize;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Words heard, in order. A partial's words may still change. Its text form shows no words: they
/// never reach a log.
public record Transcript(List<Word> words) {

  public static final Transcript EMPTY = new Transcript(List.of());

  public Transcript {
    words = List.copyOf(words);
  }

  /// One word with its times from the start of the stream's utterance and the recognizer's
  /// confidence, 0 to 1 (1 in partials).
  public record Word(String text, Duration start, Duration end, double confidence) {
    @Override
    public String toString() {
      return "[word]";
    }
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  public String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /// Mean confidence of the words; 0 when there are none.
  public double confidence() {
    return words.stream().mapToDouble(Word::confidence).average().orElse(0);
  }

  @Override
  public String toString() {
    return "[" + words.size() + " words]";
  }
}
