package parley.speech.recognize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.speech.audio.Resampler;
import parley.speech.recognize.Transcript.Word;

/// The recognizer-thread side of a stream: the native recognizer of the utterance in work and the
/// words it has given so far. A native recognizer is held from the first audio of an utterance on.
/// Thread: one at a time; [VoskStream] sees to that.
final class VoskEar implements AutoCloseable {
  private final IdleRecognizers recognizers;
  private final int streamHz;
  private final int nativeHz;
  private final Resampler resampler;
  private final AudioTimeline timeline;

  /** Words that Vosk's own endpointing has already made final within this utterance. */
  private final List<Word> kept = new ArrayList<>();

  private List<Word> partial = List.of();
  private Grammar grammar;
  private @Nullable VoskRecognizer recognizer;

  VoskEar(IdleRecognizers recognizers, int streamHz, Grammar grammar) {
    this.recognizers = recognizers;
    this.streamHz = streamHz;
    this.nativeHz = recognizers.model().folder().nativeRate(streamHz);
    this.resampler = Resampler.forRecognizer(streamHz, nativeHz);
    this.timeline = new AudioTimeline(nativeHz);
    this.grammar = grammar;
  }

  /// Hears audio after `lost` samples that were dropped.
  ///
  /// @return whether the words so far changed
  boolean hear(int lost, short[] audio) {
    VoskRecognizer native_ = recognizer();
    if (lost > 0) {
      timeline.lost(native_.fed(), (long) lost * nativeHz / streamHz);
    }
    List<Word> before = words();
    feed(native_, resampler.process(audio));
    return !sameTexts(before, words());
  }

  /// The words of the utterance so far.
  List<Word> words() {
    List<Word> words = new ArrayList<>(kept);
    words.addAll(partial);
    return words;
  }

  /// Ends the utterance and begins the next with another grammar.
  Transcript finish(Grammar next) {
    VoskRecognizer native_ = recognizer;
    if (native_ != null) {
      feed(native_, resampler.finish());
      kept.addAll(timeline.place(VoskJson.words(native_.finish())));
    }
    Transcript words = new Transcript(kept);
    begin(next);
    return words;
  }

  /// Forgets the utterance and begins the next with another grammar.
  void restart(Grammar next) {
    if (recognizer != null) {
      var _ = resampler.finish();
      recognizer.clear();
    }
    begin(next);
  }

  /// Gives the native recognizer back for others to use.
  @Override
  public void close() {
    VoskRecognizer native_ = recognizer;
    recognizer = null;
    if (native_ != null) {
      recognizers.give(nativeHz, grammar, native_);
    }
  }

  /// Frees the native recognizer after it failed: nobody else shall get it.
  void discard() {
    if (recognizer != null) {
      recognizer.close();
      recognizer = null;
    }
  }

  private void begin(Grammar next) {
    kept.clear();
    partial = List.of();
    if (!grammar.json().equals(next.json())) {
      close();
    }
    grammar = next;
    if (recognizer != null) {
      timeline.begin(recognizer.fed());
    }
  }

  private VoskRecognizer recognizer() {
    VoskRecognizer held = recognizer;
    if (held == null) {
      held = recognizers.take(nativeHz, grammar);
      timeline.begin(held.fed());
      recognizer = held;
    }
    return held;
  }

  private void feed(VoskRecognizer native_, short[] samples) {
    if (samples.length == 0) {
      return;
    }
    if (native_.accept(samples)) {
      // Vosk's own endpointing: its words are done, but the utterance is not.
      kept.addAll(timeline.place(VoskJson.words(native_.result())));
      partial = List.of();
    } else {
      partial = timed(VoskJson.partial(native_.partial()), timeline.now(native_.fed()));
    }
  }

  /** Partial words come without times: each is said to end when it was first seen. */
  private List<Word> timed(List<String> texts, Duration now) {
    List<Word> words = new ArrayList<>();
    boolean same = true;
    for (int i = 0; i < texts.size(); i++) {
      same = same && i < partial.size() && partial.get(i).text().equals(texts.get(i));
      words.add(same ? partial.get(i) : new Word(texts.get(i), endOf(words), now, 1));
    }
    return words;
  }

  private Duration endOf(List<Word> words) {
    if (!words.isEmpty()) {
      return words.getLast().end();
    }
    return kept.isEmpty() ? Duration.ZERO : kept.getLast().end();
  }

  private static boolean sameTexts(List<Word> one, List<Word> other) {
    return new Transcript(one).text().equals(new Transcript(other).text());
  }
}
