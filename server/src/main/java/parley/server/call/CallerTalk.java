package parley.server.call;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import parley.gateway.phone.DialResult;
import parley.gateway.phone.Heard;
import parley.gateway.phone.PhoneCall;
import parley.gateway.phone.SpeechSent;
import parley.gateway.phone.TestPhone;

/// A caller in one call: waits until Parley has spoken, then asks, and times what it hears. Thread:
/// one owner, which blocks. Times are nanoseconds of [System#nanoTime].
public final class CallerTalk implements AutoCloseable {

  /// A reply is over after this much silence: longer than the pause between two sentences, shorter
  /// than Parley's silence prompt.
  static final Duration REPLY_OVER = Duration.ofMillis(900);

  /// How long to wait for a reply before the turn counts as unanswered.
  static final Duration REPLY_DUE = Duration.ofSeconds(8);

  /// Longer than any silence that the settings allow before Parley asks.
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(70);

  /// No reply is longer.
  private static final Duration LONGEST_REPLY = Duration.ofSeconds(90);

  /// What came of one question.
  ///
  /// @param replyNanos when the first voiced frame of the reply arrived; empty when none did
  /// @param cutIn whether Parley spoke before the question was over
  public record Asked(SpeechSent said, OptionalLong replyNanos, boolean cutIn) {

    /// From the end of the caller's last voiced frame to the reply's first; empty when there was no
    /// reply or it cut in.
    public OptionalLong voiceToVoiceNanos() {
      return cutIn || replyNanos.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(replyNanos.getAsLong() - said.lastVoicedNanos());
    }
  }

  private final PhoneCall call;
  private final long answeredNanos;

  private CallerTalk(PhoneCall call, long answeredNanos) {
    this.call = call;
    this.answeredNanos = answeredNanos;
  }

  /// Dials and waits for the answer; a [CallRefusedException] says why there is none.
  public static CallerTalk dial(TestPhone phone, String extension, Duration atMost)
      throws InterruptedException {
    PhoneCall call = phone.dial(extension);
    Optional<DialResult> result = call.awaitDialled(atMost);
    if (result.orElseGet(DialResult.NotAnswered::new)
        instanceof DialResult.Answered(long afterNanos)) {
      return new CallerTalk(call, call.invited().join() + afterNanos);
    }
    call.close();
    throw CallRefusedException.of(extension, result.orElseGet(DialResult.NotAnswered::new));
  }

  public String sipCallId() {
    return call.sipCallId();
  }

  public PhoneCall call() {
    return call;
  }

  public long invitedNanos() {
    return call.invited().join();
  }

  public long answeredNanos() {
    return answeredNanos;
  }

  /// Waits for the first word of the greeting; empty when none came.
  public OptionalLong awaitGreeting() throws InterruptedException {
    return call.heard().awaitVoiceAfter(invitedNanos(), REPLY_DUE);
  }

  /// Waits until what Parley says is over; false when the call is.
  public boolean awaitReplyOver() throws InterruptedException {
    return call.heard()
        .awaitQuiet(System.nanoTime() - REPLY_OVER.toNanos(), REPLY_OVER, LONGEST_REPLY);
  }

  /// Asks and waits until the reply is over. Empty when the call ended before all was said.
  public Optional<Asked> ask(short[] question) throws InterruptedException {
    SpeechSent said;
    try {
      said = call.say(question).get();
    } catch (CancellationException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The phone could not speak", e);
    }
    if (!said.complete()) {
      return Optional.empty();
    }
    Heard heard = call.heard();
    boolean cutIn =
        heard.voiceRuns().stream()
            .anyMatch(run ->
                run.lastNanos() - said.firstVoicedNanos() > 0
                    && run.firstNanos() - said.lastVoicedNanos() < 0);
    OptionalLong reply =
        cutIn ? OptionalLong.empty() : heard.awaitVoiceAfter(said.lastVoicedNanos(), REPLY_DUE);
    boolean _ = awaitReplyOver();
    return Optional.of(new Asked(said, reply, cutIn));
  }

  /// What came of keys that were pressed, or of silence.
  ///
  /// @param waitedNanos from the last key to the first voiced frame after it; empty when none came
  ///   or nothing was pressed
  /// @param heard whether Parley spoke
  public record Answer(OptionalLong waitedNanos, boolean heard) {}

  /// Presses keys and waits until the reply is over. Empty when the call ended before.
  public Optional<Answer> press(String keys) throws InterruptedException {
    try {
      var _ = call.press(keys).get();
    } catch (CancellationException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The phone could not press keys", e);
    }
    long pressed = System.nanoTime();
    OptionalLong reply = call.heard().awaitVoiceAfter(pressed, REPLY_DUE);
    boolean _ = awaitReplyOver();
    return Optional.of(
        new Answer(
            reply.isPresent() ? OptionalLong.of(reply.getAsLong() - pressed) : reply,
            reply.isPresent()));
  }

  /// Says nothing until Parley has spoken of its own accord and is done. Empty when the call ended
  /// before.
  public Optional<Answer> keepSilent() throws InterruptedException {
    OptionalLong voice = call.heard().awaitVoiceAfter(System.nanoTime(), LONGEST_SILENCE);
    if (voice.isEmpty() && isOver()) {
      return Optional.empty();
    }
    boolean _ = awaitReplyOver();
    return Optional.of(new Answer(OptionalLong.empty(), voice.isPresent()));
  }

  /// Whether the call has ended.
  public boolean isOver() {
    return call.ended().isDone();
  }

  /// Hangs up.
  @Override
  public void close() {
    call.close();
  }
}
