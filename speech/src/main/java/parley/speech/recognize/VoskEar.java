package parley.speech.recognize;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.speech.audio.Resampler;
import parley.speech.recognize.Transcript.Word;

/// The recognizer-thread side of a stream: what is heard of the utterance in work with the grammar
/// of the moment, and, where that lets other words be said too, without any. Both hear while the
/// caller speaks, so that the end is as quick as with one. Thread: one at a time; [VoskStream] sees
/// to that.
final class VoskEar implements AutoCloseable {
  private final IdleRecognizers recognizers;
  private final int streamHz;
  private final int nativeHz;
  private final Resampler resampler;
  private Hearing held;

  /** Hears everything; null while nothing but the grammar's words is wanted. */
  private @Nullable Hearing free;

  VoskEar(IdleRecognizers recognizers, int streamHz, Grammar grammar) {
    this.recognizers = recognizers;
    this.streamHz = streamHz;
    this.nativeHz = recognizers.model().folder().nativeRate(streamHz);
    this.resampler = Resampler.forRecognizer(streamHz, nativeHz);
    this.held = new Hearing(recognizers, nativeHz, grammar);
    this.free = beside(grammar);
  }

  /// Hears audio after `lost` samples that were dropped.
  ///
  /// @return whether the words so far changed
  boolean hear(int lost, short[] audio) {
    List<Word> before = words();
    long lostHere = (long) lost * nativeHz / streamHz;
    short[] sound = resampler.process(audio);
    held.hear(lostHere, sound);
    if (free != null) {
      free.hear(lostHere, sound);
    }
    return !sameTexts(before, words());
  }

  /// The words of the utterance so far: other words while there are none of the grammar's.
  List<Word> words() {
    List<Word> words = held.words();
    return words.isEmpty() && free != null ? free.words() : words;
  }

  /// Ends the utterance and begins the next with another grammar.
  Transcript finish(Grammar next) {
    short[] rest = resampler.finish();
    Hearing.Final own = held.finish(rest);
    List<Word> words =
        free == null
            ? own.words()
            : new HeardTwice(own, free.finish(rest).words(), held.grammar().words()).words();
    change(next);
    return new Transcript(words);
  }

  /// Forgets the utterance and begins the next with another grammar.
  void restart(Grammar next) {
    var _ = resampler.finish();
    held.restart();
    if (free != null) {
      free.restart();
    }
    change(next);
  }

  /// Gives the native recognizers back for others to use.
  @Override
  public void close() {
    held.close();
    if (free != null) {
      free.close();
    }
  }

  /// Frees the native recognizers after one failed: nobody else shall get them.
  void discard() {
    held.discard();
    if (free != null) {
      free.discard();
    }
  }

  private void change(Grammar next) {
    boolean same =
        held.grammar().json().equals(next.json()) && held.grammar().othersToo() == next.othersToo();
    if (!same) {
      close();
      held = new Hearing(recognizers, nativeHz, next);
      free = beside(next);
    }
  }

  private @Nullable Hearing beside(Grammar grammar) {
    return grammar.othersToo() ? new Hearing(recognizers, nativeHz, Grammar.OPEN) : null;
  }

  private static boolean sameTexts(List<Word> one, List<Word> other) {
    return new Transcript(one).text().equals(new Transcript(other).text());
  }
}
