package parley.server.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import parley.dialogue.usage.UsageLog;
import parley.dialogue.usage.UsageTally;
import parley.server.command.CommandFault;

/// Which conversations commands look at.
final class UsageWindow {

  /** A minute of reading. */
  static final int MOST_CONVERSATIONS = 200_000;

  static final int USUAL_DAYS = 90;

  private static final int MOST_DAYS = 3650;

  private UsageWindow() {}

  static Instant since(Clock clock, int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new CommandFault("--days is " + days + "; allowed is 1 to " + MOST_DAYS);
    }
    return clock.instant().minus(Duration.ofDays(days));
  }

  static UsageTally tally(UsageLog log, Clock clock, int days) {
    return UsageTally.of(log, since(clock, days), MOST_CONVERSATIONS);
  }
}
