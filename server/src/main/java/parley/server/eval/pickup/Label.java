package parley.server.eval.pickup;

import java.util.Locale;
import java.util.Optional;

/// Who picked up.
enum Label {
  PERSON,
  MACHINE;

  /// As a folder or a line names it: `person`, `people`, `machine`, `machines`.
  static Optional<Label> of(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "person", "people", "persons" -> Optional.of(PERSON);
      case "machine", "machines" -> Optional.of(MACHINE);
      default -> Optional.empty();
    };
  }
}
