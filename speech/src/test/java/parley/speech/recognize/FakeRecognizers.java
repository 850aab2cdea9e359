package parley.speech.recognize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import parley.speech.audio.ScriptedVoice;
import parley.speech.recognize.Transcript.Word;

/// [Recognizers] for tests: hears the words that [ScriptedVoice] put into audio, or those that a
/// test gives by [#hear]. Holds callers to the protocol: frames of 20 ms, one utterance at a time.
/// Tells its listeners through the executor given, at once by default.
public final class FakeRecognizers implements Recognizers {
  private static final double CONFIDENCE = 0.9;

  private final Executor teller;
  private final List<FakeStream> streams = new CopyOnWriteArrayList<>();
  private boolean closed;

  public FakeRecognizers() {
    this(Runnable::run);
  }

  public FakeRecognizers(Executor teller) {
    this.teller = teller;
  }

  @Override
  public boolean hears(String language) {
    return language.equals("en");
  }

  @Override
  public RecognizerStream open(
      String language,
      int sampleRateHz,
      Vocabulary vocabulary,
      RecognizerStream.Listener listener) {
    if (!hears(language) || closed) {
      throw new RecognitionException("There is no speech model for language " + language);
    }
    if (sampleRateHz != 8000 && sampleRateHz != 16_000) {
      throw new IllegalArgumentException("Streams are of 8000 or 16000 Hz");
    }
    FakeStream stream = new FakeStream(sampleRateHz, vocabulary, listener);
    streams.add(stream);
    return stream;
  }

  @Override
  public int openStreams() {
    return (int) streams.stream().filter(stream -> !stream.closed).count();
  }

  /// Every stream ever opened, in order.
  public List<RecognizerStream> streams() {
    return List.copyOf(streams);
  }

  /// Makes a stream hear a partial now, and `result` when its utterance is finished.
  public void hear(RecognizerStream stream, String partial, String result) {
    ((FakeStream) stream).script(partial, result);
  }

  /// Makes a stream fail as a broken native recognizer does.
  public void fail(RecognizerStream stream) {
    ((FakeStream) stream).fail();
  }

  /// The vocabulary that a stream listens with now.
  public Vocabulary vocabularyOf(RecognizerStream stream) {
    return ((FakeStream) stream).vocabulary;
  }

  @Override
  public void close() {
    closed = true;
    streams.forEach(FakeStream::close);
  }

  private final class FakeStream implements RecognizerStream {
    private final int sampleRateHz;
    private final Listener listener;
    private final List<Word> words = new ArrayList<>();
    private Optional<String> scripted = Optional.empty();
    private Vocabulary vocabulary;
    private long utterance = 1;
    private int frames;
    private boolean failed;
    private volatile boolean closed;

    FakeStream(int sampleRateHz, Vocabulary vocabulary, Listener listener) {
      this.sampleRateHz = sampleRateHz;
      this.vocabulary = vocabulary;
      this.listener = listener;
    }

    @Override
    public synchronized long utterance() {
      return utterance;
    }

    @Override
    public synchronized void accept(short[] frame) {
      if (frame.length * 50 != sampleRateHz) {
        throw new IllegalArgumentException("A frame is 20 ms, not " + frame.length + " samples");
      }
      frames++;
      String word = ScriptedVoice.wordIn(frame);
      if (!word.isEmpty() && allowed(word)) {
        words.add(word(word, frames - ScriptedVoice.FRAMES_PER_WORD, frames));
        tellPartial(new Transcript(words));
      }
    }

    @Override
    public synchronized void finish(Vocabulary next) {
      long ended = utterance;
      Transcript result = scripted.map(this::transcript).orElse(new Transcript(words));
      begin(next);
      tell(() -> listener.finished(ended, result));
    }

    @Override
    public synchronized void restart(Vocabulary next) {
      begin(next);
    }

    @Override
    public void close() {
      closed = true;
    }

    synchronized void script(String partial, String result) {
      scripted = Optional.of(result);
      if (!partial.isEmpty()) {
        tellPartial(transcript(partial));
      }
    }

    synchronized void fail() {
      RuntimeException why = new RecognitionException("The fake recognizer was told to fail");
      tell(() -> listener.failed(why));
      failed = true;
    }

    private void begin(Vocabulary next) {
      words.clear();
      scripted = Optional.empty();
      frames = 0;
      vocabulary = next;
      utterance++;
    }

    private boolean allowed(String word) {
      return switch (vocabulary) {
        case Vocabulary.Open(), Vocabulary.Expected(var _) -> true;
        case Vocabulary.Phrases(var _, var phrases) -> {
          Set<String> known = new HashSet<>();
          phrases.forEach(p -> known.addAll(List.of(p.toLowerCase(Locale.ROOT).split(" "))));
          yield known.contains(word.toLowerCase(Locale.ROOT));
        }
      };
    }

    private Transcript transcript(String text) {
      List<Word> said = new ArrayList<>();
      for (String word : text.strip().split("\\s+")) {
        if (!word.isEmpty()) {
          int at = said.size() * ScriptedVoice.FRAMES_PER_WORD;
          said.add(word(word, at, at + ScriptedVoice.FRAMES_PER_WORD));
        }
      }
      return new Transcript(said);
    }

    private void tellPartial(Transcript heard) {
      long now = utterance;
      tell(() -> listener.partial(now, heard));
    }

    private void tell(Runnable what) {
      if (!failed) {
        teller.execute(() -> {
          if (!closed) {
            what.run();
          }
        });
      }
    }
  }

  private static Word word(String text, int from, int to) {
    return new Word(
        text, Duration.ofMillis(20L * Math.max(0, from)), Duration.ofMillis(20L * to), CONFIDENCE);
  }
}
