package parley.mail.notice;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Sockets whose input is a [MeteredInput]. Jakarta Mail asks for unconnected ones only.
final class MeteredSockets extends SocketFactory {

  private final long mostBytes;
  private final Duration atMost;
  private final LongSupplier ticker;

  MeteredSockets(long mostBytes, Duration atMost, LongSupplier ticker) {
    this.mostBytes = mostBytes;
    this.atMost = atMost;
    this.ticker = ticker;
  }

  @Override
  public Socket createSocket() {
    return new MeteredSocket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("Create an unconnected socket");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("Create an unconnected socket");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("Create an unconnected socket");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("Create an unconnected socket");
  }

  private final class MeteredSocket extends Socket {
    private @Nullable InputStream metered;

    /// One meter for the connection, TLS or not: the stream is asked for again when TLS starts.
    @Override
    public InputStream getInputStream() throws IOException {
      if (metered == null) {
        metered = new MeteredInput(super.getInputStream(), mostBytes, atMost, ticker);
      }
      return metered;
    }
  }
}
