package parley.server.calls;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.gateway.phone.CallEnd;
import parley.gateway.phone.TakenCall;

/// Whoever picks up a call that Parley makes: speaks, and listens until Parley is done. Thread: one
/// owner.
final class Callee {

  private static final Duration VOICE_DUE = Duration.ofSeconds(12);

  /// Longer than the pause between two sentences.
  private static final Duration OVER = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final TakenCall call;
  private final TestSpeech speech;

  Callee(TakenCall call, TestSpeech speech) {
    this.call = call;
    this.speech = speech;
  }

  /// Says a sentence; returns when its last sound has left, as [System#nanoTime].
  long says(String sentence) throws InterruptedException {
    return plays(speech.say(sentence));
  }

  long plays(short[] sound) throws InterruptedException {
    try {
      return call.say(sound).get(60, TimeUnit.SECONDS).lastVoicedNanos();
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The callee could not speak", e);
    }
  }

  /// Says a sentence, and returns the sound of what Parley says to it.
  short[] hearsTo(String sentence) throws InterruptedException {
    return hearsAfter(says(sentence));
  }

  /// The sound of what Parley says from now on.
  short[] hearsOut() throws InterruptedException {
    return hearsAfter(System.nanoTime());
  }

  /// The sound of what Parley says after a moment, to its end or that of the call.
  short[] hearsAfter(long nanos) throws InterruptedException {
    if (call.heard().awaitVoiceAfter(nanos, VOICE_DUE).isEmpty()) {
      throw new AssertionError("Parley said nothing");
    }
    boolean _ = call.heard().awaitQuiet(System.nanoTime(), OVER, LONGEST);
    return soundSince(nanos);
  }

  /// What was heard since a moment.
  short[] soundSince(long nanos) {
    short[] all = call.heard().recording();
    int from = (int) Math.clamp((nanos - call.heard().startNanos()) / 125_000, 0, all.length);
    return java.util.Arrays.copyOfRange(all, from, all.length);
  }

  /// Whether Parley has been heard at all.
  boolean hasHeardVoice() {
    return !call.heard().voiceRuns().isEmpty();
  }

  void hangUp() {
    call.hangUp();
  }

  /// Waits for the end of the call.
  CallEnd ended() throws InterruptedException {
    try {
      return call.ended().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The call goes on", e);
    }
  }
}
