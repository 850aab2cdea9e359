package parley.speech.recognize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.speech.recognize.Transcript.Word;

/// What one native recognizer, held to one grammar, hears of a stream: the words of the utterance
/// in work so far. The native recognizer is held from the first audio of an utterance on. Thread:
/// one at a time; [VoskStream] sees to that.
final class Hearing implements AutoCloseable {

  /// An utterance's final words, and how long the sounds were that are none of the grammar's words.
  record Final(List<Word> words, Duration unknown) {
    Final {
      words = List.copyOf(words);
    }
  }

  private final IdleRecognizers recognizers;
  private final int rateHz;
  private final Grammar grammar;
  private final AudioTimeline timeline;

  /** Words that Vosk's own endpointing has already made final within this utterance. */
  private final List<Word> kept = new ArrayList<>();

  private Duration unknown = Duration.ZERO;
  private List<Word> partial = List.of();
  private @Nullable VoskRecognizer recognizer;

  /// @param rateHz of the sound that it is fed with, the model's own
  Hearing(IdleRecognizers recognizers, int rateHz, Grammar grammar) {
    this.recognizers = recognizers;
    this.rateHz = rateHz;
    this.grammar = grammar;
    this.timeline = new AudioTimeline(rateHz);
  }

  Grammar grammar() {
    return grammar;
  }

  /// Hears sound after `lost` samples of it that were dropped.
  void hear(long lost, short[] sound) {
    VoskRecognizer native_ = recognizer();
    if (lost > 0) {
      timeline.lost(native_.fed(), lost);
    }
    feed(native_, sound);
  }

  /// The words of the utterance so far.
  List<Word> words() {
    List<Word> words = new ArrayList<>(kept);
    words.addAll(partial);
    return words;
  }

  /// Ends the utterance with the last of its sound and begins the next.
  Final finish(short[] rest) {
    VoskRecognizer native_ = recognizer;
    if (native_ != null) {
      feed(native_, rest);
      keep(native_.finish());
    }
    Final words = new Final(kept, unknown);
    begin();
    return words;
  }

  /// Forgets the utterance and begins the next.
  void restart() {
    if (recognizer != null) {
      recognizer.clear();
    }
    begin();
  }

  /// Gives the native recognizer back for others to use.
  @Override
  public void close() {
    VoskRecognizer native_ = recognizer;
    recognizer = null;
    if (native_ != null) {
      recognizers.give(rateHz, grammar, native_);
    }
  }

  /// Frees the native recognizer after it failed: nobody else shall get it.
  void discard() {
    if (recognizer != null) {
      recognizer.close();
      recognizer = null;
    }
  }

  private void begin() {
    kept.clear();
    unknown = Duration.ZERO;
    partial = List.of();
    if (recognizer != null) {
      timeline.begin(recognizer.fed());
    }
  }

  private VoskRecognizer recognizer() {
    VoskRecognizer held = recognizer;
    if (held == null) {
      held = recognizers.take(rateHz, grammar);
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
      keep(native_.result());
      partial = List.of();
    } else {
      partial = timed(VoskJson.partial(native_.partial()), timeline.now(native_.fed()));
    }
  }

  private void keep(String result) {
    kept.addAll(timeline.place(VoskJson.words(result)));
    unknown = unknown.plus(VoskJson.unknown(result));
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
}
