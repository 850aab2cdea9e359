package parley.callback.promise;

/// What came of the wish to be called back.
public sealed interface PromiseResult {

  /// The promise is kept durably and may be spoken.
  record Promised(CallbackPromise promise) implements PromiseResult {}

  /// This number cannot be called back. `sentence` says so to the caller, in English; `problem`
  /// chooses a prompt in other languages.
  record NumberUnusable(NumberProblem problem, String sentence) implements PromiseResult {}

  /// Neither the database nor the disk took the promise, so it must not be spoken.
  record NotKept() implements PromiseResult {}
}
