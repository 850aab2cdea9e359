package parley.mail.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A mail server that answers what the test says, for all that GreenMail cannot be made to do:
/// STARTTLS, codes of choice, a lost connection.
public final class ScriptedSmtpServer implements AutoCloseable {

  /// An answer that hangs up instead.
  static final String HANG_UP = "hang up";

  public final List<String> heard = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final ServerSocket socket;
  private final @Nullable SSLContext tls;

  public ScriptedSmtpServer(@Nullable SSLContext tls) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.tls = tls;
    Thread.startVirtualThread(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// From now on this command is answered so; an empty answer means the usual one.
  void answer(String command, String answer) {
    answers.put(command, answer);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client, answers.getOrDefault("GREETING", "220 test"), false);
      } catch (IOException e) {
        // The client went or the test is over; either is for the test to notice.
      }
    }
  }

  private void talk(Socket client, String greeting, boolean secure) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    if (!greeting.isEmpty()) {
      say(client, greeting);
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
      heard.add((secure ? "TLS " : "") + command);
      String answer = answers.getOrDefault(command, "");
      answer = answer.isEmpty() ? usual(command, secure) : answer;
      if (answer.equals(HANG_UP)) {
        return;
      }
      say(client, answer);
      if (command.equals("STARTTLS") && tls != null) {
        talk(secured(client, tls), "", true);
        return;
      }
      if (command.equals("DATA") && answer.startsWith("3")) {
        while (!".".equals(in.readLine())) {}
        say(client, "250 taken");
      }
    }
  }

  private String usual(String command, boolean secure) {
    return switch (command) {
      case "EHLO" -> tls == null || secure ? "250 test" : "250-test\r\n250 STARTTLS";
      case "DATA" -> "354 go on";
      case "STARTTLS" -> "220 go on";
      case "QUIT" -> "221 bye";
      default -> "250 fine";
    };
  }

  private static Socket secured(Socket client, SSLContext tls) throws IOException {
    var secure =
        (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secure.setUseClientMode(false);
    return secure;
  }

  private static void say(Socket client, String line) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
