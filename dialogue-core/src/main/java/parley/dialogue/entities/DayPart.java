package parley.dialogue.entities;

import java.time.LocalTime;
import java.util.Optional;

/// Parts of the day, with the hours that they stand for when no time is said.
enum DayPart {
  MORNING(6, 12),
  AFTERNOON(12, 18),
  EVENING(18, 22),
  NIGHT(18, 22);

  private static final int HALF_DAY = 12;
  private static final int LATE = 6;

  private final int begins;
  private final int ends;

  DayPart(int begins, int ends) {
    this.begins = begins;
    this.ends = ends;
  }

  LocalTime begins() {
    return LocalTime.of(begins, 0);
  }

  LocalTime ends() {
    return LocalTime.of(ends, 0);
  }

  static Optional<DayPart> of(String word) {
    return switch (word) {
      case "morning" -> Optional.of(MORNING);
      case "afternoon" -> Optional.of(AFTERNOON);
      case "evening", "tonight" -> Optional.of(EVENING);
      case "night" -> Optional.of(NIGHT);
      default -> Optional.empty();
    };
  }

  /// An hour of the clock's face as one of the day: three in the afternoon is 15, twelve at night
  /// 24.
  int hour(int face) {
    return switch (this) {
      case MORNING -> face % HALF_DAY;
      case AFTERNOON -> face % HALF_DAY + HALF_DAY;
      case EVENING -> face % HALF_DAY + (face == HALF_DAY ? 2 * HALF_DAY : HALF_DAY);
      case NIGHT -> face == HALF_DAY ? 2 * HALF_DAY : face < LATE ? face : face + HALF_DAY;
    };
  }
}
