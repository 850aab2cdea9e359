package parley.gateway.phone;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/// Where in a speech the sender is, and when its voiced frames left. Of the pacer's thread.
final class SpeechCursor implements Outgoing {

  private final short[] samples;
  private final CompletableFuture<SpeechSent> sent;
  private int position;
  private long firstVoicedNanos;
  private long lastVoicedNanos;
  private long lastNanos;
  private boolean voiced;

  SpeechCursor(short[] samples, CompletableFuture<SpeechSent> sent) {
    this.samples = samples;
    this.sent = sent;
  }

  /// The 20 ms at the position; after the last sample comes silence.
  short[] frame() {
    return Arrays.copyOfRange(samples, position, position + Voicing.FRAME_SAMPLES);
  }

  /// Notes that the frame at the position left, and goes on; true when it was the last.
  boolean frameLeft(long nanos) {
    if (position == 0) {
      firstVoicedNanos = nanos;
    }
    if (Voicing.voiced(samples, position)) {
      firstVoicedNanos = voiced ? firstVoicedNanos : nanos;
      lastVoicedNanos = nanos;
      voiced = true;
    }
    lastNanos = nanos;
    position += Voicing.FRAME_SAMPLES;
    return position >= samples.length;
  }

  @Override
  public void end(boolean complete) {
    if (position == 0) {
      sent.cancel(false);
      return;
    }
    long last = voiced ? lastVoicedNanos : lastNanos;
    sent.complete(new SpeechSent(firstVoicedNanos, last, voiced, complete));
  }
}
