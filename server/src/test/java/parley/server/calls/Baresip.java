package parley.server.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.gateway.asterisk.AsteriskLogins;
import parley.speech.audio.Pcm;
import parley.speech.audio.WavFile;

/// An agent's softphone: baresip, registered at the server's Asterisk. It speaks one sound in every
/// call, records what it hears, and does on its remote control what an agent would do with a thumb.
/// Thread: one owner.
final class Baresip implements AutoCloseable {

  /// Whether it answers by itself.
  enum Answering {
    AUTO,
    MANUAL
  }

  private static final Pattern CALL_OVER =
      Pattern.compile("terminated|session closed|Call (?:cancelled|closed)|Connection reset");

  private static final Duration SOON = Duration.ofSeconds(15);

  private final Path folder;
  private final Process process;
  private final int control;

  private Baresip(Path folder, Process process, int control) {
    this.folder = folder;
    this.process = process;
    this.control = control;
  }

  /// Starts the phone of an agent of the settings and waits until it is registered.
  static Baresip register(RunningServer server, String agent, short[] says, Answering answering) {
    try {
      Path folder = Files.createTempDirectory("agent");
      WavFile.write(folder.resolve("says.wav"), new Pcm(says, TestSpeech.RATE_HZ));
      int control = FreePort.next();
      Files.writeString(folder.resolve("config"), config(folder, control));
      Files.writeString(folder.resolve("accounts"), account(server, agent, answering));
      Files.writeString(folder.resolve("contacts"), "");
      Process process =
          new ProcessBuilder(
                  RunningServer.ASTERISK.resolve("bin/baresip").toString(),
                  "-4",
                  "-v",
                  "-f",
                  folder.toString())
              // Where it writes what its loudspeaker would play.
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      Baresip phone = new Baresip(folder, process, control);
      boolean registered = false;
      try {
        phone.awaitLog("200 OK");
        registered = true;
        return phone;
      } finally {
        if (!registered) {
          phone.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String config(Path folder, int control) {
    return """
    poll_method epoll
    sip_listen 127.0.0.1:%d
    net_interface 127.0.0.1
    rtp_ports %s
    call_local_timeout 120
    call_max_calls 4
    audio_path %s
    audio_source aufile,%s
    audio_alert aufile,%s
    ausrc_srate 8000
    auplay_srate 8000
    ausrc_channels 1
    auplay_channels 1
    audio_buffer 20-160
    rtp_timeout 0
    module_path %s
    module g711.so
    module aufile.so
    module sndfile.so
    snd_path %s
    module_tmp uuid.so
    module_tmp account.so
    module_app menu.so
    module_app ctrl_tcp.so
    ctrl_tcp_listen 127.0.0.1:%d
    """
        .formatted(
            FreePort.next(),
            audioPorts(),
            RunningServer.ASTERISK.resolve("root/usr/share/baresip"),
            folder.resolve("says.wav"),
            folder.resolve("alert.wav"),
            RunningServer.ASTERISK.resolve("root/usr/lib/baresip/modules"),
            folder,
            control);
  }

  private static String audioPorts() {
    int first = FreePort.audioRange(100);
    return first + "-" + (first + 99);
  }

  private static String account(RunningServer server, String agent, Answering answering) {
    String password =
        Objects.requireNonNull(AsteriskLogins.of(server.settings()).agents().get(agent)).reveal();
    return "<sip:%s@127.0.0.1:%d>;auth_user=%s;auth_pass=%s;answermode=%s;regint=60;audio_codecs=PCMU%n"
        .formatted(
            agent,
            server.settings().asterisk().sipPort(),
            agent,
            password,
            answering == Answering.AUTO ? "auto" : "manual");
  }

  String log() {
    return Read.text(folder.resolve("log"));
  }

  void awaitLog(String text) {
    try {
      Await.until("the agent's phone says '" + text + "'", SOON, () -> log().contains(text));
    } catch (AssertionError late) {
      throw new AssertionError(late.getMessage() + "\n" + log(), late);
    }
  }

  void awaitRinging() {
    awaitLog("Incoming call from");
  }

  /// Waits until it does not ring any more.
  void awaitRingingOver() {
    Await.until("the agent's phone is silent", SOON, () -> CALL_OVER.matcher(log()).find());
  }

  boolean rang() {
    return log().contains("Incoming call from");
  }

  void answer() {
    command("accept");
  }

  /// Ends the call, or refuses the one that rings.
  void hangUp() {
    command("hangup");
  }

  private void command(String name) {
    String json = "{\"command\":\"" + name + "\"}";
    byte[] netstring = (json.length() + ":" + json + ",").getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), control)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(netstring);
      awaitAnswer(socket.getInputStream(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads until the command has been carried out. What comes before the answer are events of the
  /// call: closing while one is unread would reset the connection, and the command could be lost.
  private static void awaitAnswer(InputStream from, String name) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.indexOf("\"response\":true") < 0) {
      int next = from.read();
      if (next < 0) {
        throw new IOException("The agent's phone did not answer to " + name + ": " + said);
      }
      said.append((char) next);
    }
  }

  /// What this phone has heard in its last call; complete once that is over.
  short[] heard() {
    try (Stream<Path> files = Files.list(folder)) {
      Path last =
          files
              .filter(file -> file.getFileName().toString().matches("dump-.*-dec\\.wav"))
              .max(Comparator.comparing(Path::getFileName))
              .orElseThrow(
                  () -> new AssertionError("The agent's phone recorded nothing\n" + log()));
      return WavFile.read(last).samples();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
      Folders.delete(folder);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
