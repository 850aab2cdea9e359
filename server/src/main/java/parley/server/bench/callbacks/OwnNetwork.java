package parley.server.bench.callbacks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import parley.gateway.phone.TestCallee;

/// Our own callee as the network.
record OwnNetwork(TestCallee callee) implements Network {

  private static final Duration RINGS = Duration.ofMillis(200);

  static OwnNetwork start() {
    return new OwnNetwork(
        TestCallee.onFreePort(_ -> new TestCallee.Behaviour.Answer(RINGS, Duration.ZERO)));
  }

  @Override
  public int port() {
    return callee.port();
  }

  @Override
  public Map<String, Integer> received() {
    Map<String, Integer> received = new HashMap<>();
    callee
        .taken()
        .forEach(call -> {
          int _ = received.merge(call.number(), 1, Integer::sum);
        });
    return received;
  }

  @Override
  public void close() {
    callee.close();
  }
}
