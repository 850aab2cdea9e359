package parley.gateway.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The sound of one call: its socket, what is sent and what is heard. The socket is open from the
/// dialling on, so that the offer can name its port; sending starts with the other side's SDP.
final class RtpSession implements AutoCloseable {

  private final DatagramChannel channel;
  private final InetSocketAddress local;
  private final FramePacer pacer;
  private final RtpListener listener;
  private final RtpReceiver receiver;
  private volatile @Nullable RtpSender sender;
  private boolean closed;

  RtpSession(InetAddress bind, FramePacer pacer, RtpListener listener, Heard heard) {
    this.pacer = pacer;
    this.listener = listener;
    receiver = new RtpReceiver(heard);
    try {
      channel = DatagramChannel.open();
      channel.bind(new InetSocketAddress(bind, 0));
      local = (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException e) {
      throw new UncheckedIOException("No port for the phone's sound on " + bind, e);
    }
    listener.listen(channel, receiver::datagram);
  }

  InetSocketAddress local() {
    return local;
  }

  /// Starts to send to the other side, or obeys its new description: `hold` mutes.
  synchronized void remote(Sdp remote, RandomGenerator random) {
    if (closed) {
      return;
    }
    receiver.expect(remote);
    RtpSender sending = sender;
    if (sending == null) {
      sending = new RtpSender(channel, remote, random);
      sender = sending;
      pacer.start(sending);
    }
    sending.remote(remote);
  }

  CompletableFuture<SpeechSent> say(short[] samples) {
    RtpSender sending = sender;
    return sending == null ? notConnected() : sending.say(samples);
  }

  CompletableFuture<@Nullable Void> press(String keys) {
    RtpSender sending = sender;
    return sending == null ? notConnected() : sending.press(keys);
  }

  void stopSpeaking() {
    RtpSender sending = sender;
    if (sending != null) {
      sending.stopSpeaking();
    }
  }

  @Nullable MediaQuality quality() {
    RtpSender sending = sender;
    return sending == null ? null : receiver.quality(sending);
  }

  private static <T extends @Nullable Object> CompletableFuture<T> notConnected() {
    return CompletableFuture.failedFuture(
        new IllegalStateException("Nobody has answered yet: wait for the answer first"));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    RtpSender sending = sender;
    if (sending != null) {
      sending.close();
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The phone's sound could not be closed", e);
    }
    listener.forgetClosed();
  }
}
