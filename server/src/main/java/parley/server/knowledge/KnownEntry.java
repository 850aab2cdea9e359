package parley.server.knowledge;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.Standing;
import parley.dialogue.usage.Usage;

/// An entry as the list shows it.
///
/// @param place file and line
/// @param usage empty when the log cannot be read
record KnownEntry(KnowledgeEntry entry, String place, State state, Optional<Usage> usage) {

  /// Whether a search finds it today.
  enum State {
    ON,
    /// `active: false`.
    OFF,
    /// By the command, until it is switched on.
    SWITCHED_OFF,
    NOT_YET,
    ENDED;

    static State of(Standing standing, LocalDate today) {
      if (!standing.active()) {
        return OFF;
      }
      if (today.isBefore(standing.from())) {
        return NOT_YET;
      }
      return today.isAfter(standing.until()) ? ENDED : ON;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
