package parley.server.eval.pickup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import parley.server.eval.speech.Ear;
import parley.speech.gate.SpeechGate;
import parley.speech.recognize.RecognitionException;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Transcript;
import parley.speech.recognize.Vocabulary;

/// The words of a sound with the moments at which a call would know them, so that they can be told
/// on virtual time: each word of an utterance is known a moment after its end. A call's first words
/// may be a little worse than these, which are the recognizer's last.
///
/// @param said in the order of time
record Words(List<SoFar> said) {

  private static final int RATE_HZ = 8_000;
  private static final int FRAME = 160;
  private static final int FRAME_MS = 20;

  /// What a recognizer that keeps up is behind.
  private static final long BEHIND_MS = 300;

  /// A pause that ends an utterance in a call.
  private static final Duration UTTERANCE_ENDS = Duration.ofMillis(700);

  /// The words of an utterance up to one of them.
  record SoFar(long knownMs, String text) {}

  Words {
    said = List.copyOf(said);
  }

  static Words of(short[] sound, Ear ear) throws InterruptedException {
    List<SoFar> said = new ArrayList<>();
    SpeechGate gate = new SpeechGate(RATE_HZ, UTTERANCE_ENDS);
    int began = 0;
    boolean speaking = false;
    int frames = sound.length / FRAME;
    for (int frame = 0; frame < frames; frame++) {
      boolean now =
          gate.hear(Arrays.copyOfRange(sound, frame * FRAME, (frame + 1) * FRAME)).speaking();
      if ((speaking && !now) || frame == frames - 1) {
        add(said, heard(sound, began, frame + 1, ear), (long) began * FRAME_MS);
        began = frame + 1;
      }
      speaking = now;
    }
    return new Words(said);
  }

  private static void add(List<SoFar> said, Transcript utterance, long fromMs) {
    StringBuilder text = new StringBuilder();
    for (Transcript.Word word : utterance.words()) {
      text.append(text.isEmpty() ? "" : " ").append(word.text());
      said.add(new SoFar(fromMs + word.end().toMillis() + BEHIND_MS, text.toString()));
    }
  }

  private static Transcript heard(short[] sound, int from, int to, Ear ear)
      throws InterruptedException {
    CompletableFuture<Transcript> words = new CompletableFuture<>();
    RecognizerStream.Listener listener =
        new RecognizerStream.Listener() {
          @Override
          public void partial(long utterance, Transcript soFar) {}

          @Override
          public void finished(long utterance, Transcript transcript) {
            words.complete(transcript);
          }

          @Override
          public void failed(RuntimeException why) {
            words.completeExceptionally(why);
          }
        };
    try (RecognizerStream stream =
        ear.recognizers().open(ear.language(), RATE_HZ, Vocabulary.OPEN, listener)) {
      for (int frame = from; frame < to; frame++) {
        stream.accept(Arrays.copyOfRange(sound, frame * FRAME, (frame + 1) * FRAME));
      }
      stream.finish(Vocabulary.OPEN);
      return words.get();
    } catch (ExecutionException e) {
      throw new RecognitionException("A greeting could not be heard", e);
    }
  }
}
