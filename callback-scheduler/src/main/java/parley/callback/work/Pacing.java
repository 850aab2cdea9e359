package parley.callback.work;

/// How many calls a queue may have at once, all nodes together: its lines of the trunk, and the
/// agents who could talk. Thread: any; answers at once.
@FunctionalInterface
public interface Pacing {

  /// @return 0 or less: none now
  int most(String queue);
}
