package parley.server.callbacks;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.server.command.CommandFault;
import picocli.CommandLine.Option;

/// When somebody is to be called: options that `add` and `move` share.
final class WishOptions {

  /// Who is promised an hour is called within it, not at its first second.
  private static final int MINUTES = 60;

  @Option(
      names = {"--at", "--to"},
      paramLabel = "TIME",
      description = "Within the hour from then: 2026-05-31T14:30, on the callee's clock.")
  private @Nullable String at;

  @Option(names = "--from", paramLabel = "TIME", description = "Not before then.")
  private @Nullable String from;

  @Option(names = "--until", paramLabel = "TIME", description = "Before then.")
  private @Nullable String until;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The callee's, such as Europe/Berlin; without it, it follows from the number.")
  private @Nullable String zone;

  Optional<ZoneId> zone() {
    return Optional.ofNullable(zone).map(WishedTime::zone);
  }

  Offers.Hours hours() {
    if (at != null && (from != null || until != null)) {
      throw new CommandFault("--at stands alone; for a window give --from and --until");
    }
    if (at != null) {
      LocalDateTime hour = WishedTime.hour("--at", at);
      return new Offers.Hours(Optional.of(hour), Optional.of(hour.plusMinutes(MINUTES)));
    }
    Optional<LocalDateTime> first =
        Optional.ofNullable(from).map(text -> WishedTime.hour("--from", text));
    Optional<LocalDateTime> end =
        Optional.ofNullable(until).map(text -> WishedTime.hour("--until", text));
    if (first.isPresent() && end.isPresent() && !first.get().isBefore(end.get())) {
      throw new CommandFault("--until must be after --from");
    }
    return new Offers.Hours(first, end);
  }
}
