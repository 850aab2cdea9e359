package parley.gateway.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Recognizers;
import parley.speech.recognize.Transcript;
import parley.speech.recognize.Vocabulary;

/// Says what the test lets it say, about the utterance that is under way or that was ended last.
final class ScriptedRecognizers implements Recognizers {
  private RecognizerStream.@Nullable Listener listener;
  private long utterance = 1;
  private long ended;
  private int open;

  /// The languages that were listened for, in order.
  final List<String> languages = new ArrayList<>();

  void partial(String words) {
    if (listener != null) {
      listener.partial(utterance, transcript(words));
    }
  }

  void finish(String words) {
    if (listener != null && ended > 0) {
      listener.finished(ended, transcript(words));
    }
  }

  void breakDown() {
    if (listener != null) {
      listener.failed(new IllegalStateException("broken"));
    }
  }

  private static Transcript transcript(String words) {
    return words.isEmpty()
        ? Transcript.EMPTY
        : new Transcript(
            List.of(words.split(" ")).stream()
                .map(w -> new Transcript.Word(w, Duration.ZERO, Duration.ZERO, 0.9))
                .toList());
  }

  @Override
  public boolean hears(String language) {
    return true;
  }

  @Override
  public RecognizerStream open(
      String language,
      int sampleRateHz,
      Vocabulary vocabulary,
      RecognizerStream.Listener newListener) {
    listener = newListener;
    languages.add(language);
    open++;
    return new RecognizerStream() {
      private boolean closed;

      @Override
      public long utterance() {
        return utterance;
      }

      @Override
      public void accept(short[] frame) {
        if (closed) {
          throw new AssertionError("Audio for a closed recognizer");
        }
      }

      @Override
      public void finish(Vocabulary next) {
        ended = utterance++;
      }

      @Override
      public void restart(Vocabulary next) {
        utterance++;
      }

      @Override
      public void close() {
        if (!closed) {
          closed = true;
          open--;
          listener = null;
        }
      }
    };
  }

  @Override
  public int openStreams() {
    return open;
  }

  @Override
  public void close() {}
}
