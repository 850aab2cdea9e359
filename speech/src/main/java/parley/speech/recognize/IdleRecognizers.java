package parley.speech.recognize;

import java.util.ArrayDeque;
import java.util.Iterator;

/// Native recognizers of one model that nobody uses now, the most recently used last. Reuse saves
/// the making (0.3 to 1 ms) and up to a quarter of the work where the same words come again (the
/// decoding graph is already unfolded); each costs 4 to 12 MB with everything, 0.6 MB with digits,
/// so the number is bounded. Thread: any.
final class IdleRecognizers implements AutoCloseable {

  /** libvosk counts time in single precision from the first sample on: retired before it shows. */
  private static final long MOST_AUDIO_SECONDS = 3600;

  private record Idle(int sampleRateHz, String grammar, VoskRecognizer recognizer) {}

  private final VoskModel model;
  private final int most;
  private final ArrayDeque<Idle> idle = new ArrayDeque<>();
  private boolean closed;

  IdleRecognizers(VoskModel model, int most) {
    this.model = model;
    this.most = most;
  }

  VoskModel model() {
    return model;
  }

  VoskRecognizer take(int sampleRateHz, Grammar grammar) {
    synchronized (this) {
      for (Iterator<Idle> newest = idle.descendingIterator(); newest.hasNext(); ) {
        Idle candidate = newest.next();
        if (candidate.sampleRateHz == sampleRateHz && candidate.grammar.equals(grammar.json())) {
          newest.remove();
          return candidate.recognizer;
        }
      }
    }
    return model.recognizer(sampleRateHz, grammar);
  }

  /// Takes back a recognizer that works; one that failed is closed by its user instead.
  void give(int sampleRateHz, Grammar grammar, VoskRecognizer recognizer) {
    recognizer.clear();
    boolean old = recognizer.fed() / sampleRateHz > MOST_AUDIO_SECONDS;
    synchronized (this) {
      if (closed || old) {
        recognizer.close();
        return;
      }
      idle.add(new Idle(sampleRateHz, grammar.json(), recognizer));
      if (idle.size() > most) {
        idle.remove().recognizer.close();
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(entry -> entry.recognizer.close());
    idle.clear();
  }
}
