package parley.server.bench.callbacks;

import java.util.Map;

/// Whoever receives the calls of a bench, and counts them. Thread: any.
interface Witness extends AutoCloseable {

  /// How many calls each number has received.
  Map<String, Integer> received();

  /// What a node must be told to call here.
  NodeTelephone telephone();

  @Override
  void close();

  /// @param witness the port of a stand-in for Asterisk; 0: a real one
  /// @param settings of a node that dials through a real one
  record NodeTelephone(int witness, Map<String, String> settings) {}
}
