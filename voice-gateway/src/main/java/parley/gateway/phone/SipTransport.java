package parley.gateway.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The phone's SIP socket (UDP). Messages reach the handler of their Call-ID on the signalling
/// thread; what is not SIP is dropped and counted.
final class SipTransport implements AutoCloseable {

  /// Takes the messages of one Call-ID, on the signalling thread.
  interface Handler {
    void message(SipMessage message, InetSocketAddress from);
  }

  private static final Logger log = LoggerFactory.getLogger(SipTransport.class);

  /// Bytes of a datagram that cannot be SIP: the smallest keep-alive is two line ends.
  private static final int KEEP_ALIVE_BYTES = 4;

  private final DatagramSocket socket;
  private final InetSocketAddress server;
  private final Executor signalling;
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final AtomicLong malformed = new AtomicLong();

  SipTransport(InetSocketAddress server, @Nullable InetAddress bind, Executor signalling) {
    this.server = server;
    this.signalling = signalling;
    try {
      InetAddress address = bind == null ? towards(server) : bind;
      socket = new DatagramSocket(new InetSocketAddress(address, 0));
    } catch (SocketException e) {
      throw new UncheckedIOException("The phone has no SIP port on " + bind, e);
    }
    Thread.ofVirtual().name("phone-sip-reader").start(this::read);
  }

  /// The address of the interface from which the server is reached; no packet is sent.
  private static InetAddress towards(InetSocketAddress server) throws SocketException {
    try (DatagramSocket probe = new DatagramSocket()) {
      probe.connect(server);
      return probe.getLocalAddress();
    }
  }

  InetSocketAddress local() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  InetSocketAddress server() {
    return server;
  }

  void handle(String callId, Handler handler) {
    handlers.put(callId, handler);
  }

  void forget(String callId) {
    handlers.remove(callId);
  }

  /// Sends to the server. A packet that the system refuses is like one lost on the way: the
  /// retransmission timers deal with both.
  void send(SipMessage message) {
    send(message, server);
  }

  void send(SipMessage message, InetSocketAddress to) {
    byte[] bytes = message.bytes();
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException e) {
      log.debug("A SIP message could not be sent", e);
    }
  }

  private void read() {
    byte[] buffer = new byte[65_535];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        if (packet.getLength() > KEEP_ALIVE_BYTES) {
          datagram(packet);
        }
      } catch (SipFormatException e) {
        malformed.incrementAndGet();
        log.debug("Not SIP: {}", e.getMessage());
      } catch (RejectedExecutionException e) {
        log.debug("A SIP message came after the phone was closed");
      } catch (IOException e) {
        // An ICMP message told that nobody is there; or the socket was closed, which ends the loop.
        if (!socket.isClosed()) {
          log.debug("A SIP message could not be read", e);
        }
      }
    }
  }

  private void datagram(DatagramPacket packet) {
    SipMessage message = SipParser.parse(packet.getData(), packet.getLength());
    InetSocketAddress from = new InetSocketAddress(packet.getAddress(), packet.getPort());
    signalling.execute(() -> dispatch(message, from));
  }

  private void dispatch(SipMessage message, InetSocketAddress from) {
    Handler handler = handlers.get(message.callId());
    try {
      if (handler != null) {
        handler.message(message, from);
      } else {
        stranger(message, from);
      }
    } catch (SipFormatException e) {
      malformed.incrementAndGet();
      log.debug("SIP that cannot be used: {}", e.getMessage());
    }
  }

  /// This phone takes no calls; requests of calls that are over get the answer that ends them.
  private void stranger(SipMessage message, InetSocketAddress from) {
    if (message instanceof SipMessage.Request request) {
      switch (request.method()) {
        case "ACK" -> log.trace("An ACK of a call that is over");
        case "OPTIONS" -> send(SipDialog.plainAnswer(request, 200, "OK"), from);
        case "INVITE" -> send(SipDialog.plainAnswer(request, 603, "Decline"), from);
        default ->
            send(SipDialog.plainAnswer(request, 481, "Call/Transaction Does Not Exist"), from);
      }
    }
  }

  long malformed() {
    return malformed.get();
  }

  @Override
  public void close() {
    socket.close();
  }
}
