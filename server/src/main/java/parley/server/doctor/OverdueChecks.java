package parley.server.doctor;

import java.time.Instant;
import java.util.List;
import parley.config.Settings;
import parley.db.CallLogReading;
import parley.server.followup.Overdue;
import parley.server.followup.OverdueText;

/// What people should have done by now.
final class OverdueChecks {

  private static final String NAME = "overdue";
  private static final int MOST = 1_000;

  private OverdueChecks() {}

  /// Asks the database that a running Parley uses; none is started for it.
  static List<Finding> overdue(Settings settings, boolean running, Instant now) {
    if (!running) {
      return List.of();
    }
    try (CallLogReading reading = CallLogReading.open(settings.database(), settings.state())) {
      Overdue late =
          Overdue.at(
              now,
              settings.followUp(),
              MOST,
              reading.callbacks(),
              reading.followUpTasks(),
              reading.appointments().letters());
      return List.of(
          late.isEmpty()
              ? Finding.ok(NAME, "nothing that customers were promised is overdue")
              : Finding.warn(
                  NAME,
                  OverdueText.counts(late),
                  "see ./parley callbacks list --overdue and ./parley appointments tasks --overdue"));
    }
  }
}
