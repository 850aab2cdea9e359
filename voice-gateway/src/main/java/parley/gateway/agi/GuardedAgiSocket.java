package parley.gateway.agi;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/// One FastAGI connection with limits: lines, their number and the time to say who one is are
/// bounded, and once a command is under way its answer may take as long as a call. Thread: the
/// call's.
final class GuardedAgiSocket implements SocketConnectionFacade {
  private static final int LONGEST_LINE = 4_096;
  private static final int MOST_REQUEST_LINES = 200;
  private static final int REQUEST_DEADLINE_MS = 5_000;

  private final Socket socket;
  private final InputStream in;
  private final Duration longestAnswer;
  private final Consumer<String> refused;
  private int lines;
  private boolean spoken;

  GuardedAgiSocket(Socket socket, Duration longestAnswer, Consumer<String> refused)
      throws IOException {
    this.socket = socket;
    this.longestAnswer = longestAnswer;
    this.refused = refused;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(REQUEST_DEADLINE_MS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  @Override
  public @Nullable String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '\n') {
          return counted(line.toString());
        }
        line.append((char) c);
        if (line.length() > LONGEST_LINE) {
          throw broken("a line of more than " + LONGEST_LINE + " bytes");
        }
      }
    } catch (SocketTimeoutException e) {
      throw broken("it was silent");
    }
    return line.isEmpty() ? null : line.toString();
  }

  private String counted(String line) throws IOException {
    if (!spoken && ++lines > MOST_REQUEST_LINES) {
      throw broken("a request of more than " + MOST_REQUEST_LINES + " lines");
    }
    return line;
  }

  private IOException broken(String why) throws IOException {
    refused.accept(why);
    close();
    return new IOException("Not FastAGI: " + why);
  }

  @Override
  public void write(String command) throws IOException {
    spoken = true;
    socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, longestAnswer.plusMinutes(5).toMillis()));
    socket.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() throws IOException {
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected() && !socket.isClosed();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
