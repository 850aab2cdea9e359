package parley.dialogue.usage;

import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How an entry did.
///
/// @param count conversations in which it was an answer
/// @param helped those of them, and feedback without a conversation, where it helped
/// @param failed the same where it did not; of the rest nobody can tell
/// @param lastUsed null: never
public record Usage(int count, int helped, int failed, @Nullable Instant lastUsed) {

  public static final Usage NONE = new Usage(0, 0, 0, null);

  /** Fewer may be chance. */
  private static final int OFTEN = 5;

  private static final double LOW = 0.6;

  public Usage {
    if (count < 0 || helped < 0 || failed < 0 || (count > 0 && lastUsed == null)) {
      throw new IllegalArgumentException("A use has a time, and numbers of uses are not negative");
    }
  }

  /// How many were judged, one way or the other.
  public int judged() {
    return helped + failed;
  }

  /// The share that helped of those that were judged, 0 to 1; empty when none was.
  public OptionalDouble successRate() {
    return judged() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) helped / judged());
  }

  /// Used often, and judged badly.
  public boolean weak() {
    return count >= OFTEN && judged() >= OFTEN && (double) helped / judged() < LOW;
  }
}
