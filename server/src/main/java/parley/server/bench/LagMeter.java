package parley.server.bench;

import java.util.ArrayList;
import java.util.List;

/// Collects recognizer lags. Thread: any.
final class LagMeter {

  private final List<Double> lagsMs = new ArrayList<>();
  private boolean counting;

  synchronized void count(boolean now) {
    counting = now;
  }

  synchronized void lag(long nanos) {
    if (counting) {
      lagsMs.add(nanos / 1e6);
    }
  }

  synchronized List<Double> lagsMs() {
    return List.copyOf(lagsMs);
  }
}
