package parley.server.eval.scenarios;

/// A way to play scenarios.
interface Player {

  Result play(Scenario scenario) throws InterruptedException;
}
