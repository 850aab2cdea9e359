package parley.gateway.agi;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.util.ServerSocketFacade;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The FastAGI door, for sites that keep their own dialplan: `AGI(agi://HOST/call)` brings the
/// channel into the same application as `Stasis(parley)` does, with the language, queue and flow
/// that the channel's variables `PARLEY_LANGUAGE`, `PARLEY_QUEUE` and `PARLEY_FLOW` name. After the
/// conversation the dialplan goes on behind AGI().
///
/// Thread: any. Accepting has a thread of its own, each call a virtual thread that waits while the
/// call is with Parley.
public final class AgiEntry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AgiEntry.class);

  /// The only script that this door knows.
  private static final String SCRIPT = "call";

  private final Server server;
  private final GuardedAgiPort port;

  /// @param allowed addresses that may connect
  /// @param longestCall how long a call may be with Parley
  /// @param application the Stasis application that calls enter
  public AgiEntry(
      String bind, int port, Set<String> allowed, Duration longestCall, String application)
      throws IOException {
    this.port = new GuardedAgiPort(bind, port, allowed, longestCall);
    this.server = new Server(this.port, application);
    Thread _ = Thread.ofPlatform().daemon().name("agi-accept").start(this::serve);
  }

  public int port() {
    return port.port();
  }

  /// Connections that were ended because of their address or because they did not speak FastAGI.
  public long refused() {
    return port.refused();
  }

  private void serve() {
    try {
      server.startup();
    } catch (IOException | IllegalStateException e) {
      LOG.error("The FastAGI door is closed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      // First, because a port that is closed before it is asked for again without a pause.
      server.shutdown();
    } catch (IllegalStateException e) {
      LOG.debug("The FastAGI door was not open", e);
    }
    port.close();
  }

  private static final class Server extends DefaultAgiServer {
    private final GuardedAgiPort port;

    Server(GuardedAgiPort port, String application) {
      super(new EnterParley(application));
      this.port = port;
    }

    @Override
    protected ServerSocketFacade createServerSocket() {
      return port;
    }

    /// The library's own pool ends at ten calls.
    @Override
    protected ThreadPoolExecutor createPool() {
      return new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofVirtual().name("agi-", 0).factory());
    }
  }

  private record EnterParley(String application) implements AgiScript {

    @Override
    public void service(AgiRequest request, AgiChannel channel) throws AgiException {
      if (!SCRIPT.equals(request.getScript())) {
        channel.verbose("Parley: use agi://HOST/" + SCRIPT, 1);
        return;
      }
      try {
        int _ =
            channel.exec(
                "Stasis",
                application,
                "agi",
                argument("language", channel.getVariable("PARLEY_LANGUAGE")),
                argument("queue", channel.getVariable("PARLEY_QUEUE")),
                argument("flow", channel.getVariable("PARLEY_FLOW")));
      } catch (AgiHangupException e) {
        LOG.debug("The caller hung up");
      }
    }

    /// Only what a name can hold, so that a variable cannot add arguments of its own.
    private static String argument(String name, @Nullable String value) {
      return name + "=" + (value == null ? "" : value.replaceAll("[^A-Za-z0-9_-]", ""));
    }
  }
}
