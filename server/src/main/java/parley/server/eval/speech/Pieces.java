package parley.server.eval.speech;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import parley.speech.recognize.RecognitionException;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Transcript;

/// Waits for the final words of a stream's utterances, one after another, and counts its partial
/// ones. Thread: a recognizer's tells, the stream's owner waits.
final class Pieces implements RecognizerStream.Listener {
  /** A large model on a small machine may take as long as a piece of a recording lasts. */
  private static final long LONGEST_SECONDS = 600;

  private final PartialWords partials;
  private final LinkedBlockingQueue<CompletableFuture<Transcript>> ended =
      new LinkedBlockingQueue<>();

  Pieces(PartialWords partials) {
    this.partials = partials;
  }

  @Override
  public void partial(long utterance, Transcript words) {
    partials.show(texts(words));
  }

  @Override
  public void finished(long utterance, Transcript words) {
    partials.end(words.words().size());
    ended.add(CompletableFuture.completedFuture(words));
  }

  @Override
  public void failed(RuntimeException why) {
    ended.add(CompletableFuture.failedFuture(why));
  }

  private static List<String> texts(Transcript words) {
    return words.words().stream().map(Transcript.Word::text).toList();
  }

  /// The words of the utterance that ended.
  ///
  /// @throws RecognitionException when the recognizer broke or gave none in time
  Transcript await() throws InterruptedException {
    CompletableFuture<Transcript> next = ended.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new RecognitionException(
          "The recognizer gave no final words within " + LONGEST_SECONDS + " s");
    }
    try {
      return next.get();
    } catch (ExecutionException failed) {
      throw new RecognitionException("The recognizer gave no final words", failed);
    }
  }
}
