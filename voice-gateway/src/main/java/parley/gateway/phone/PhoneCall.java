package parley.gateway.phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One call of a [TestPhone]. Thread: any. Every way out closes its socket.
public final class PhoneCall implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final SignallingThread signalling;
  private final RtpSession rtp;
  private final Heard heard;
  private final OutgoingCall call;
  private final String sipCallId;
  private final RandomGenerator random;
  private final CompletableFuture<Long> invited = new CompletableFuture<>();
  private final CompletableFuture<DialResult> dialled = new CompletableFuture<>();
  private final CompletableFuture<CallEnd> ended = new CompletableFuture<>();
  private volatile @Nullable MediaQuality finalQuality;

  PhoneCall(Parts parts, String extension) {
    signalling = parts.signalling();
    random = parts.random();
    heard = new Heard(System.nanoTime());
    rtp = new RtpSession(parts.local().getAddress(), parts.pacer(), parts.listener(), heard);
    SipDialog dialog = parts.dialog(extension);
    sipCallId = dialog.callId();
    call =
        new OutgoingCall(
            parts.transport(),
            parts.signalling(),
            parts.settings(),
            dialog,
            rtp.local(),
            new FromSignalling());
  }

  /// What a call needs of its phone.
  record Parts(
      PhoneSettings settings,
      SipTransport transport,
      SignallingThread signalling,
      FramePacer pacer,
      RtpListener listener,
      RandomGenerator random) {

    InetSocketAddress local() {
      return transport.local();
    }

    SipDialog dialog(String called) {
      return new SipDialog(local(), transport.server(), settings.user(), called);
    }
  }

  void start() {
    signalling.execute(call::start);
  }

  /// The SIP Call-ID, by which the call log knows this call.
  public String sipCallId() {
    return sipCallId;
  }

  /// When the first INVITE left, in nanoseconds of [System#nanoTime].
  public CompletableFuture<Long> invited() {
    return invited.copy();
  }

  public CompletableFuture<DialResult> dialled() {
    return dialled.copy();
  }

  public CompletableFuture<CallEnd> ended() {
    return ended.copy();
  }

  /// Has this done, on the signalling thread, when the call is over.
  void whenEnded(Runnable task) {
    var _ = ended.thenRun(task);
  }

  /// Waits for the end of dialling; empty when it still rings.
  public Optional<DialResult> awaitDialled(Duration atMost) throws InterruptedException {
    return await(dialled, atMost);
  }

  public Optional<CallEnd> awaitEnded(Duration atMost) throws InterruptedException {
    return await(ended, atMost);
  }

  private static <T> Optional<T> await(CompletableFuture<T> future, Duration atMost)
      throws InterruptedException {
    try {
      return Optional.of(future.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The phone's own signalling failed", e);
    }
  }

  /// Says this (16-bit mono at 8000 Hz) after what is already being said. The result comes when the
  /// last frame has left; it is cancelled when the call ends before it began.
  public CompletableFuture<SpeechSent> say(short[] samples) {
    return rtp.say(samples);
  }

  /// Stops what is being said, within one frame.
  public void stopSpeaking() {
    rtp.stopSpeaking();
  }

  /// Presses keys after what is already being said: 0 to 9, `*`, `#`, A to D, 100 ms each.
  public CompletableFuture<@Nullable Void> press(String keys) {
    if (!keys.matches("[0-9*#ABCD]+")) {
      throw new IllegalArgumentException("A telephone's keys are 0 to 9, *, #, A to D");
    }
    return rtp.press(keys);
  }

  public Heard heard() {
    return heard;
  }

  /// How sound travelled up to now; empty before an answer.
  public Optional<MediaQuality> quality() {
    MediaQuality last = finalQuality;
    return Optional.ofNullable(last == null ? rtp.quality() : last);
  }

  /// Hangs up. The result comes when the other side has confirmed, or did not within 32 seconds.
  public CompletableFuture<CallEnd> hangUp() {
    try {
      signalling.execute(call::hangUp);
    } catch (RejectedExecutionException e) {
      over(CallEnd.HERE);
    }
    return ended.copy();
  }

  /// Hangs up, waits a moment for the confirmation, and lets go of everything.
  @Override
  public void close() {
    CompletableFuture<CallEnd> end = hangUp();
    try {
      end.get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      rtp.close();
    } catch (InterruptedException e) {
      rtp.close();
      Thread.currentThread().interrupt();
    }
  }

  private void over(CallEnd end) {
    finalQuality = rtp.quality();
    rtp.close();
    heard.end();
    invited.cancel(false);
    dialled.complete(new DialResult.Cancelled());
    ended.complete(end);
  }

  /// What the signalling thread tells.
  private final class FromSignalling implements OutgoingCall.Events {
    @Override
    public void inviteLeft(long nanos) {
      invited.complete(nanos);
    }

    @Override
    public void media(Sdp remote) {
      rtp.remote(remote, random);
    }

    @Override
    public void dialled(DialResult result) {
      dialled.complete(result);
    }

    @Override
    public void ended(CallEnd end) {
      over(end);
    }
  }
}
