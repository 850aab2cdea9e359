package parley.server.eval.scenarios;

import java.time.ZonedDateTime;
import parley.server.call.NotRunningException;

/// A machine on which no Parley runs and nothing is heard or spoken.
final class NoSound {
  static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-04T12:00Z");

  static final ByVoice BY_VOICE =
      new ByVoice(
          () -> {
            throw new NotRunningException("Parley is not running: start it with `./parley up`.");
          },
          () -> {
            throw new IllegalStateException("No voice is needed");
          },
          () -> {
            throw new IllegalStateException("No recognizer is needed");
          },
          () -> NOW);

  private NoSound() {}
}
