package parley.dialogue.quality;

import java.util.List;
import java.util.stream.Collectors;

/// What the check found. Holds no words of the draft, so it may be logged.
public sealed interface QualityResult {

  /// The draft may go out as it is.
  record Passed() implements QualityResult {}

  /// The draft must not go out; there is at least one reason.
  record Refused(List<Reason> reasons) implements QualityResult {
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A refusal needs a reason");
      }
    }

    /// The reasons for a log line: `UNGROUNDED_NUMBER x2, MARKUP`.
    public String summary() {
      return reasons.stream().map(Reason::toString).collect(Collectors.joining(", "));
    }
  }

  /// @param times how often it is in the draft
  record Reason(Fault fault, int times) {
    public Reason {
      if (times < 1) {
        throw new IllegalArgumentException("times is " + times);
      }
    }

    @Override
    public String toString() {
      return times == 1 ? fault.name() : fault + " x" + times;
    }
  }
}
