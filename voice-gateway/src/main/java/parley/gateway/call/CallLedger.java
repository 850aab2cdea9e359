package parley.gateway.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that a call holds and has to give back: each thing is registered once, by name, with
/// how to release it, and released once, on whatever ending, the latest first. A release that fails
/// is logged and does not keep the others.
///
/// Thread: any.
public final class CallLedger {
  private static final Logger LOG = LoggerFactory.getLogger(CallLedger.class);

  private final Map<String, Runnable> held = new LinkedHashMap<>();
  private boolean closed;

  /// Registers; a thing that comes after the end is released at once.
  public void hold(String name, Runnable release) {
    synchronized (held) {
      if (!closed) {
        held.put(name, release);
        return;
      }
    }
    release(name, release);
  }

  /// Releases one thing now; nothing when it was released before.
  public void release(String name) {
    Runnable release;
    synchronized (held) {
      release = held.remove(name);
    }
    if (release != null) {
      release(name, release);
    }
  }

  /// Forgets a thing that has gone by itself.
  public void gone(String name) {
    synchronized (held) {
      held.remove(name);
    }
  }

  public boolean holds(String name) {
    synchronized (held) {
      return held.containsKey(name);
    }
  }

  /// Releases everything. Idempotent.
  public void releaseAll() {
    List<Map.Entry<String, Runnable>> rest;
    synchronized (held) {
      closed = true;
      rest = List.copyOf(held.entrySet());
      held.clear();
    }
    rest.reversed().forEach(entry -> release(entry.getKey(), entry.getValue()));
  }

  private static void release(String name, Runnable release) {
    try {
      release.run();
    } catch (RuntimeException e) {
      LOG.warn("{} could not be released: {}", name, e.getMessage());
    }
  }
}
