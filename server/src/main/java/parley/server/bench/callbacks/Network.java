package parley.server.bench.callbacks;

import java.util.Map;

/// The telephone network behind a bench's trunk: it picks up every call and counts them. Thread:
/// any.
interface Network extends AutoCloseable {

  /// Where it takes SIP over UDP, on loopback.
  int port();

  /// How many calls each number has received.
  Map<String, Integer> received();

  @Override
  void close();
}
