package parley.server.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Recognizers;
import parley.speech.recognize.Transcript;
import parley.speech.recognize.Vocabulary;

/// Streams as calls use them: through the [Recognizers] port.
record ParleyStreams(String name, Recognizers recognizers) implements StreamEngine {

  @Override
  public Stream open(LagMeter meter) {
    Map<Long, Long> due = new ConcurrentHashMap<>();
    RecognizerStream stream =
        recognizers.open(
            "en", StreamCapacity.SAMPLE_RATE_HZ, Vocabulary.OPEN, listener(meter, due));
    return new Stream() {
      @Override
      public void accept(short[] frame) {
        stream.accept(frame);
      }

      @Override
      public void finish(long dueNanos) {
        due.put(stream.utterance(), dueNanos);
        stream.finish(Vocabulary.OPEN);
      }

      @Override
      public void close() {
        stream.close();
      }
    };
  }

  private static RecognizerStream.Listener listener(LagMeter meter, Map<Long, Long> due) {
    return new RecognizerStream.Listener() {
      @Override
      public void partial(long utterance, Transcript words) {
        // Partial words are made, as in a call, but nobody needs them here.
      }

      @Override
      public void finished(long utterance, Transcript words) {
        Long dueNanos = due.remove(utterance);
        if (dueNanos != null) {
          meter.lag(System.nanoTime() - dueNanos);
        }
      }

      @Override
      public void failed(RuntimeException why) {
        meter.lag(Long.MAX_VALUE / 2);
      }
    };
  }
}
