package parley.gateway.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the RTP of all calls on one platform thread, which reads the clock right after each
/// packet: a thread a call, or virtual threads, would be woken later and less evenly.
final class RtpListener implements AutoCloseable {

  /// Takes one datagram; the buffer is used again afterwards.
  interface Receiver {
    void datagram(ByteBuffer datagram, InetSocketAddress from, long arrivalNanos);
  }

  private static final Logger log = LoggerFactory.getLogger(RtpListener.class);

  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(2_048);
  private volatile boolean closed;

  RtpListener(String name) {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("No selector for the phone's sound", e);
    }
    Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    thread.start();
  }

  /// Reads this channel until it is closed. Thread: any.
  void listen(DatagramChannel channel, Receiver receiver) {
    try {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, receiver);
      selector.wakeup();
    } catch (IOException e) {
      throw new UncheckedIOException("The phone cannot listen to its sound", e);
    }
  }

  /// Lets go of channels that were closed.
  void forgetClosed() {
    selector.wakeup();
  }

  private void run() {
    RealTime.request();
    try (selector) {
      while (!closed) {
        selector.select(this::read);
      }
    } catch (IOException e) {
      log.error("The phone no longer hears anything", e);
    }
  }

  private void read(SelectionKey key) {
    if (key.channel() instanceof DatagramChannel channel
        && key.attachment() instanceof Receiver receiver) {
      try {
        readAll(channel, receiver);
      } catch (ClosedChannelException e) {
        key.cancel();
      } catch (IOException e) {
        // An ICMP message told that the other side's port is gone: like a lost packet.
        log.debug("A packet could not be read", e);
      }
    }
  }

  private void readAll(DatagramChannel channel, Receiver receiver) throws IOException {
    while (channel.receive(buffer.clear()) instanceof InetSocketAddress from) {
      long arrivalNanos = System.nanoTime();
      receiver.datagram(buffer.flip(), from, arrivalNanos);
    }
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }
}
