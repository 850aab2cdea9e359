package parley.gateway.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Audio over AudioSocket, for an Asterisk without chan_websocket. Here Parley paces: a
/// [PacedPlayer] sends a frame each 20 ms, silence too, because Asterisk ends a connection on which
/// nothing comes for 2 s.
public final class AudioSocketLink implements MediaLink {
  private static final int LONGEST_FRAME_BYTES = 4_096;

  private final AudioSocketServer server;
  private final Socket socket;
  private final PacedPlayer player;
  private final AtomicBoolean closed = new AtomicBoolean();

  private AudioSocketLink(AudioSocketServer server, Socket socket, PacedPlayer player) {
    this.server = server;
    this.socket = socket;
    this.player = player;
  }

  /// A line that Asterisk is about to open.
  public static final class Awaited implements AutoCloseable {
    private final AudioSocketServer server;
    private final UUID leg;
    private final CompletableFuture<Socket> connection;
    private boolean taken;

    private Awaited(AudioSocketServer server, UUID leg) {
      this.server = server;
      this.leg = leg;
      this.connection = server.expect(leg);
    }

    /// Waits until Asterisk has connected.
    public AudioSocketLink take(int sampleRateHz, Duration deadline, Listener listener)
        throws IOException {
      try {
        Socket socket = connection.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        AudioSocketLink link = AudioSocketLink.open(server, socket, sampleRateHz, listener);
        taken = true;
        return link;
      } catch (TimeoutException | ExecutionException e) {
        throw new IOException("Asterisk did not connect to Parley's AudioSocket port", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while waiting for Asterisk's AudioSocket", e);
      }
    }

    /// A connection that came too late is closed.
    @Override
    public void close() {
      server.forget(leg);
      if (!taken) {
        CompletableFuture<Void> _ = connection.thenAccept(AudioSocketServer::closeQuietly);
      }
    }
  }

  /// Announces a leg before Asterisk is asked to make it.
  public static Awaited expect(AudioSocketServer server, UUID leg) {
    return new Awaited(server, leg);
  }

  private static AudioSocketLink open(
      AudioSocketServer server, Socket socket, int sampleRateHz, Listener listener)
      throws IOException {
    // A caller who is muted or on hold sends nothing, for as long as they like.
    socket.setSoTimeout(0);
    OutputStream out = socket.getOutputStream();
    PacedPlayer player =
        new PacedPlayer(sampleRateHz, frame -> out.write(frame), listener::markReached);
    AudioSocketLink link = new AudioSocketLink(server, socket, player);
    Thread _ =
        Thread.ofVirtual()
            .name("audiosocket-read")
            .start(() -> link.readAll(sampleRateHz, listener));
    player.start();
    return link;
  }

  private void readAll(int sampleRateHz, Listener listener) {
    FrameCutter cutter = new FrameCutter(sampleRateHz, listener::audio);
    String why = "closed by Asterisk";
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(socket.getInputStream(), 2_048))) {
      while (readFrame(in, cutter, AudioSocketFrame.audioKind(sampleRateHz))) {}
    } catch (ProtocolBroken e) {
      why = e.what;
      server.refuse(socket, why);
    } catch (IOException e) {
      why = "lost: " + e.getMessage();
    }
    player.stop();
    if (closed.compareAndSet(false, true)) {
      AudioSocketServer.closeQuietly(socket);
      listener.ended(why);
    }
  }

  /// False when Asterisk ended the line.
  private static boolean readFrame(DataInputStream in, FrameCutter cutter, int audioKind)
      throws IOException, ProtocolBroken {
    int kind = in.read();
    if (kind < 0) {
      return false;
    }
    int length = in.readUnsignedShort();
    if (length > LONGEST_FRAME_BYTES) {
      throw new ProtocolBroken("a frame of " + length + " bytes is too large");
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new ProtocolBroken("a frame was cut off");
    }
    if (kind == audioKind) {
      for (byte b : payload) {
        cutter.accept(b);
      }
      return true;
    }
    return switch (kind) {
      // Keys come as ARI events, on every kind of line.
      case AudioSocketFrame.KIND_DTMF -> true;
      case AudioSocketFrame.KIND_HANGUP, AudioSocketFrame.KIND_ERROR -> false;
      default -> throw new ProtocolBroken("a frame of unknown kind " + kind);
    };
  }

  /// Kept apart from [IOException]: the other side is not an AudioSocket.
  private static final class ProtocolBroken extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    ProtocolBroken(String what) {
      super(what);
      this.what = what;
    }
  }

  @Override
  public void play(short[] audio, List<Mark> marks) {
    player.play(audio, marks);
  }

  @Override
  public void pause() {
    player.pause();
  }

  @Override
  public void resume() {
    player.resume();
  }

  @Override
  public void flush() {
    player.flush();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      player.stop();
      AudioSocketServer.closeQuietly(socket);
    }
  }
}
