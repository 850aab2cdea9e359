package parley.gateway.phone;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/// A call that a [TestCallee] has picked up and talks in. Thread: any.
public final class TakenCall {

  private final RtpSession rtp;
  private final Heard heard;
  private final RandomGenerator random;
  private final Runnable hangUp;
  private final CompletableFuture<CallEnd> ended = new CompletableFuture<>();

  TakenCall(RtpSession rtp, Heard heard, RandomGenerator random, Runnable hangUp) {
    this.rtp = rtp;
    this.heard = heard;
    this.random = random;
    this.hangUp = hangUp;
  }

  InetSocketAddress local() {
    return rtp.local();
  }

  void remote(Sdp remote) {
    rtp.remote(remote, random);
  }

  /// Says this (16-bit mono at 8000 Hz) after what is already being said; see [PhoneCall#say].
  public CompletableFuture<SpeechSent> say(short[] samples) {
    return rtp.say(samples);
  }

  /// What was heard since the call was picked up.
  public Heard heard() {
    return heard;
  }

  /// Comes when either side has hung up.
  public CompletableFuture<CallEnd> ended() {
    return ended.copy();
  }

  /// Hangs up.
  public void hangUp() {
    hangUp.run();
  }

  void over(CallEnd end) {
    rtp.close();
    heard.end();
    ended.complete(end);
  }
}
