package parley.gateway.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.Spoken;
import parley.gateway.media.MediaLink;
import parley.speech.audio.Pcm;
import parley.speech.synthesize.Pace;
import parley.speech.synthesize.Synthesizer;

/// A call's speaking: sentences are made ahead, played in order, held, thrown away, and known as
/// heard only when Asterisk has acknowledged the mark behind them. Audio and marks of what was
/// thrown away are recognized by their piece's number and ignored.
///
/// Thread: the call's own; ready sentences and marks come back through the mailbox.
final class Mouth {

  /// The sentence that plays and the one after it, so that there is no gap between them.
  private static final int MOST_SENT_AHEAD = 2;

  /// More than this is never sent ahead: a line takes 18 s and refuses the rest.
  private static final long MOST_AHEAD_MS = 15_000;

  /// A mark for each so much audio: what was heard is known to this.
  private static final int MARK_EVERY_MS = 400;

  /// Longest that a mark may be late.
  private static final long MARK_GRACE_MS = 3_000;

  private final Synthesizer voice;
  private final Consumer<CallEvent> mailbox;
  private final CallTime time;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private String language;
  private Pace pace = Pace.USUAL;
  private @Nullable MediaLink link;
  private long nextNumber = 1;
  private long pausedAtMs = -1;

  Mouth(Synthesizer voice, String language, Consumer<CallEvent> mailbox, CallTime time) {
    this.voice = voice;
    this.language = language;
    this.mailbox = mailbox;
    this.time = time;
  }

  /// What is said from now on is in this language.
  void changeLanguage(String next) {
    language = next;
  }

  /// What is said from now on is said at this pace.
  void changePace(Pace next) {
    pace = next;
  }

  /// One sentence on its way to the caller's ear.
  static final class Piece {
    private final long number;
    private final Spoken text;
    private final boolean interruptible;
    private final CompletableFuture<Pcm> making;
    private @Nullable Pcm audio;
    private boolean sent;
    private long dueMs;
    private double heard;

    Piece(long number, Spoken text, boolean interruptible, CompletableFuture<Pcm> making) {
      this.number = number;
      this.text = text;
      this.interruptible = interruptible;
      this.making = making;
    }

    boolean interruptible() {
      return interruptible;
    }

    Spoken text() {
      return text;
    }

    /// The words up to the last acknowledged mark.
    Spoken heardText() {
      String[] words = text.text().split(" ");
      int count = (int) Math.floor(words.length * heard);
      return new Spoken(String.join(" ", List.of(words).subList(0, count)));
    }
  }

  /// What became of the pieces after a change.
  ///
  /// @param started pieces whose first audio is being played from now on
  /// @param heard pieces heard to their end
  record Progress(List<Piece> started, List<Piece> heard) {
    static final Progress NONE = new Progress(List.of(), List.of());
  }

  void connect(MediaLink newLink) {
    link = newLink;
  }

  /// Nothing is being said or waits to be.
  boolean isQuiet() {
    return pieces.isEmpty();
  }

  /// Has a sentence made and played after those that wait.
  void say(Spoken sentence, boolean interruptible) {
    long number = nextNumber++;
    CompletableFuture<Pcm> making = voice.speak(language, sentence.text(), pace);
    pieces.add(new Piece(number, sentence, interruptible, making));
    CompletableFuture<Void> _ =
        making.handle((audio, failure) -> {
          if (failure instanceof CancellationException) {
            return null; // interrupted before it was made: nobody waits for it
          }
          mailbox.accept(
              failure == null
                  ? new CallEvent.VoiceReady(number, audio)
                  : new CallEvent.VoiceFailed(number, String.valueOf(failure.getMessage())));
          return null;
        });
  }

  Progress ready(long number, Pcm audio) {
    for (Piece piece : pieces) {
      if (piece.number == number) {
        piece.audio = audio;
      }
    }
    return sendAhead(new ArrayList<>());
  }

  /// Whether a sentence is still wanted: what was thrown away fails too, because its making is
  /// cancelled, and that is no news.
  boolean waitsFor(long number) {
    return pieces.stream().anyMatch(piece -> piece.number == number);
  }

  /// Forgets a sentence that could not be made.
  Progress failed(long number) {
    pieces.removeIf(piece -> piece.number == number);
    return sendAhead(new ArrayList<>());
  }

  Progress reached(String mark) {
    int separator = mark.indexOf(':');
    if (separator < 0) {
      return Progress.NONE;
    }
    long number = Long.parseLong(mark, 0, separator, 10);
    double share = Integer.parseInt(mark, separator + 1, mark.length(), 10) / 1000.0;
    Piece first = pieces.peek();
    if (first == null || first.number != number) {
      return Progress.NONE;
    }
    first.heard = share;
    if (share < 1) {
      return Progress.NONE;
    }
    pieces.remove();
    return sendAhead(new ArrayList<>(List.of(first)));
  }

  /// A mark that never comes must not keep the call waiting.
  Progress tick() {
    Piece first = pieces.peek();
    if (first == null || !first.sent || pausedAtMs >= 0 || time.ms() < first.dueMs) {
      return Progress.NONE;
    }
    pieces.remove();
    return sendAhead(new ArrayList<>(List.of(first)));
  }

  private Progress sendAhead(List<Piece> heard) {
    List<Piece> started = new ArrayList<>(1);
    if (!heard.isEmpty() && !pieces.isEmpty() && pieces.peek().sent) {
      started.add(pieces.peek());
    }
    while (!pieces.isEmpty() && isUnspeakable(pieces.peek())) {
      heard.add(pieces.remove());
    }
    int position = 0;
    long aheadMs = 0;
    for (Piece piece : pieces) {
      if (position == MOST_SENT_AHEAD || piece.audio == null) {
        break;
      }
      if (position > 0 && aheadMs + lengthMs(piece.audio) > MOST_AHEAD_MS) {
        break;
      }
      aheadMs += lengthMs(piece.audio);
      if (!piece.sent) {
        send(piece, piece.audio);
        if (position == 0) {
          started.add(piece);
        }
      }
      position++;
    }
    return new Progress(started, heard);
  }

  private static long lengthMs(Pcm audio) {
    return audio.duration().toMillis();
  }

  private static boolean isUnspeakable(Piece piece) {
    return piece.audio != null && piece.audio.samples().length == 0;
  }

  private void send(Piece piece, Pcm audio) {
    piece.sent = true;
    long before = pieces.stream().filter(p -> p.sent && p != piece).count();
    long lead = before == 0 ? 0 : Math.max(0, pieces.peek().dueMs - time.ms());
    piece.dueMs = time.ms() + lead + audio.duration().toMillis() + MARK_GRACE_MS;
    if (link != null) {
      link.play(audio.samples(), marks(piece.number, audio));
    }
  }

  private static List<MediaLink.Mark> marks(long number, Pcm audio) {
    int every = audio.sampleRateHz() * MARK_EVERY_MS / 1000;
    int length = audio.samples().length;
    List<MediaLink.Mark> marks = new ArrayList<>();
    for (int at = every; at < length; at += every) {
      marks.add(new MediaLink.Mark(at, number + ":" + (int) Math.min(999, at * 1000L / length)));
    }
    marks.add(new MediaLink.Mark(length, number + ":1000"));
    return marks;
  }

  void pause() {
    if (pausedAtMs < 0 && link != null) {
      pausedAtMs = time.ms();
      link.pause();
    }
  }

  void resume() {
    if (pausedAtMs >= 0 && link != null) {
      long held = time.ms() - pausedAtMs;
      pieces.forEach(piece -> piece.dueMs += held);
      pausedAtMs = -1;
      link.resume();
    }
  }

  /// Throws away what has not been heard, and returns the sentence that was cut, if one had begun.
  @Nullable Piece stop() {
    Piece first = pieces.peek();
    Piece cut = first != null && first.sent ? first : null;
    pieces.forEach(piece -> piece.making.cancel(false));
    pieces.clear();
    // A held line stays held until it is flushed, whatever was on it.
    if (link != null && (cut != null || pausedAtMs >= 0)) {
      link.flush();
    }
    pausedAtMs = -1;
    return cut;
  }
}
