package parley.server.bench;

/// How much to measure.
///
/// @param calls calls at once in the loaded part
/// @param turnsAlone turns of the part with one call, at least
/// @param turnsLoaded turns of the loaded part, at least
/// @param shortCalls calls after which nothing may be left over
record BenchPlan(int calls, int turnsAlone, int turnsLoaded, int shortCalls) {

  BenchPlan {
    if (calls < 1 || calls > 200) {
      throw new IllegalArgumentException("--calls is from 1 to 200, not " + calls);
    }
    if (turnsAlone < 1 || turnsLoaded < 1 || shortCalls < 0) {
      throw new IllegalArgumentException("--turns is 1 or more, --short-calls 0 or more");
    }
  }
}
