package parley.mail.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Offers STARTTLS before a server that speaks in the clear alone, as GreenMail does: says the
/// little that is said before it, then passes everything on.
final class StartTlsFront implements AutoCloseable {

  /// Of these two protocols.
  enum Protocol {
    IMAP,
    SMTP
  }

  private final Protocol protocol;
  private final SSLContext tls;
  private final int target;
  private final ServerSocket listening;
  private final List<String> saidInTheClear = new CopyOnWriteArrayList<>();

  StartTlsFront(Protocol protocol, SSLContext tls, int target) throws IOException {
    this.protocol = protocol;
    this.tls = tls;
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// What clients said before TLS: the commands' names.
  List<String> saidInTheClear() {
    return saidInTheClear;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        // It is closed.
      }
    }
  }

  private void serve(Socket plain) {
    try (plain) {
      say(plain, protocol == Protocol.IMAP ? "* OK ready" : "220 ready");
      for (String line = line(plain.getInputStream());
          !line.isEmpty();
          line = line(plain.getInputStream())) {
        String[] words = line.split(" ", 3);
        String command = words[protocol == Protocol.IMAP ? 1 : 0].toUpperCase(Locale.ROOT);
        saidInTheClear.add(command);
        if (command.equals("STARTTLS")) {
          say(plain, protocol == Protocol.IMAP ? words[0] + " OK begin" : "220 begin");
          passOn(plain);
          return;
        }
        say(
            plain,
            protocol == Protocol.IMAP
                ? "* CAPABILITY IMAP4rev1 STARTTLS\r\n" + words[0] + " OK done"
                : "250-front\r\n250 STARTTLS");
      }
    } catch (IOException _) {
      // The client has gone, or trusts us not.
    }
  }

  private void passOn(Socket plain) throws IOException {
    try (SSLSocket client =
            (SSLSocket)
                tls.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      client.setUseClientMode(false);
      client.startHandshake();
      String _ = line(server.getInputStream());
      Thread.ofVirtual().start(() -> pump(server, client));
      long _ = client.getInputStream().transferTo(server.getOutputStream());
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      long _ = from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One side has gone.
    }
  }

  private static void say(Socket to, String line) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /// Byte by byte: what follows it may be TLS.
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      line.append((char) read);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
