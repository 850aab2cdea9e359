package parley.server.eval.scenarios;

import java.util.List;

/// What became of a scenario.
///
/// @param ms how long it took
record Result(Scenario scenario, Verdict verdict, double ms) {

  /// How it came out.
  sealed interface Verdict {
    record Passed() implements Verdict {}

    /// @param faults a sentence each, with the line of their turn
    /// @param misheard turns that were heard otherwise than they were said, a sentence each: the
    ///   likeliest cause
    record Failed(List<String> faults, List<String> misheard) implements Verdict {
      public Failed {
        faults = List.copyOf(faults);
        misheard = List.copyOf(misheard);
      }
    }

    /// @param reason why it cannot be played this way
    record Skipped(String reason) implements Verdict {}

    static Verdict of(List<String> faults, List<String> misheard) {
      return faults.isEmpty() ? new Passed() : new Failed(faults, misheard);
    }
  }

  /// As a table has it.
  String word() {
    return switch (verdict) {
      case Verdict.Passed _ -> "passed";
      case Verdict.Failed _ -> "FAILED";
      case Verdict.Skipped _ -> "skipped";
    };
  }

  boolean passed() {
    return verdict instanceof Verdict.Passed;
  }

  boolean failed() {
    return verdict instanceof Verdict.Failed;
  }

  boolean skipped() {
    return verdict instanceof Verdict.Skipped;
  }
}
