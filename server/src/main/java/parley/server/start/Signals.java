package parley.server.start;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Waits for the signal to end: Ctrl-C, `kill`, a closed terminal. The second one ends the process
/// at once.
///
/// The JVM's own shutdown hooks cannot see a second signal, so this uses `sun.misc.Signal`, by
/// reflection because the compiler warns of it in a way that cannot be switched off.
public final class Signals {

  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
  private static final int FORCED = 130;

  private final Progress progress;
  private final Thread waiting;
  private volatile boolean received;

  /// @param waiting interrupted at the first signal: it starts up, or waits in [#await]
  public Signals(Progress progress, Thread waiting) {
    this.progress = progress;
    this.waiting = waiting;
  }

  /// From now on signals come here.
  public void listen() {
    NAMES.forEach(this::handle);
  }

  /// Waits for the first signal, which comes as an interrupt and in no other way: a second way
  /// would let the interrupt arrive late, in the middle of stopping.
  public void await() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /// Whether one has come.
  public boolean received() {
    return received;
  }

  private synchronized void onSignal() {
    if (received()) {
      progress.line("Ended at once; what was still running may have to be stopped by hand.");
      Runtime.getRuntime().halt(FORCED);
    }
    progress.line("Stopping; a second Ctrl-C does not wait.");
    received = true;
    waiting.interrupt();
  }

  private void handle(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler call =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  onSignal();
                  yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" ->
                    System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                default -> "Parley's signal handler";
              };
      Object ours =
          Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, call);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (ReflectiveOperationException notThere) {
      throw new IllegalStateException("Signals cannot be handled on this Java", notThere);
    }
  }
}
