package parley.dialogue.callback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.Entity;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.EntityValue;
import parley.dialogue.words.Words;

/// Reads where somebody's clock stands: from a town or a country with one zone, or from the time
/// that they say it is. English. A pure function of its arguments; any thread.
///
/// A time gives an offset, which is right until the clocks change there.
public final class ZoneReading {

  private static final int MOST_WORDS = 3;

  /// All offsets are quarters of an hour.
  private static final int QUARTER_MINUTES = 15;

  private static final int SLOW_CLOCK_MINUTES = 6;
  private static final int EAST_MOST_HOURS = 14;
  private static final int WEST_MOST_HOURS = -12;
  private static final Map<Words, ZoneId> PLACES = places();

  private final EntityFinder finder;

  public ZoneReading(EntityFinder finder) {
    this.finder = finder;
  }

  /// The zone that the words tell; empty when they tell none.
  ///
  /// @param context when it was said
  public Optional<ZoneId> read(String text, CallerContext context) {
    return place(Words.of(text)).or(() -> time(text, context));
  }

  private static Optional<ZoneId> place(Words words) {
    for (int length = MOST_WORDS; length > 0; length--) {
      for (int at = 0; at + length <= words.size(); at++) {
        ZoneId zone = PLACES.get(new Words(words.list().subList(at, at + length)));
        if (zone != null) {
          return Optional.of(zone);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ZoneId> time(String text, CallerContext context) {
    CallerContext universal = new CallerContext(context.now(), ZoneOffset.UTC, context.region());
    return clock(WishText.plain(text), universal)
        .or(() ->
            clock(
                "at " + WishText.plain(text).replaceAll("\\b(it is|it's|about)\\b", ""), universal))
        .flatMap(time -> offset(time, context.now()));
  }

  private Optional<LocalTime> clock(String text, CallerContext context) {
    for (Entity entity : finder.find(text, context)) {
      if (entity.value() instanceof EntityValue.Times(LocalTime from, LocalTime to)
          && from.equals(to)) {
        return Optional.of(from);
      }
      if (entity.value() instanceof EntityValue.Moments(var from, var to) && from.equals(to)) {
        return Optional.of(from.toLocalTime());
      }
    }
    return Optional.empty();
  }

  /// The time that it is somewhere, of today or of the days beside it.
  private static Optional<ZoneId> offset(LocalTime told, Instant now) {
    LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
    List<Long> fitting = new ArrayList<>();
    for (int side = -1; side <= 1; side++) {
      Instant there = day.plusDays(side).atTime(told).toInstant(ZoneOffset.UTC);
      long minutes = Duration.between(now, there).toMinutes();
      long quarters = Math.round((double) minutes / QUARTER_MINUTES) * QUARTER_MINUTES;
      boolean near = Math.abs(minutes - quarters) <= SLOW_CLOCK_MINUTES;
      if (near && quarters >= WEST_MOST_HOURS * 60L && quarters <= EAST_MOST_HOURS * 60L) {
        fitting.add(quarters);
      }
    }
    return fitting.stream()
        .min((one, other) -> Long.compare(Math.abs(one), Math.abs(other)))
        .map(minutes -> ZoneOffset.ofTotalSeconds(Math.toIntExact(minutes * 60)));
  }

  private static Map<Words, ZoneId> places() {
    Map<Words, ZoneId> places = new HashMap<>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      boolean town =
          id.matches("(Africa|America|Asia|Australia|Europe|Pacific|Indian|Atlantic)/.+");
      if (town) {
        String name = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        places.put(Words.of(name.toLowerCase(Locale.ROOT)), ZoneId.of(id));
      }
    }
    try (InputStream file = ZoneReading.class.getResourceAsStream("places.txt")) {
      if (file == null) {
        throw new IllegalStateException("The list of places is not in this build");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> line.contains("="))
          .map(line -> line.split("=", 2))
          .forEach(line -> places.put(Words.of(line[0]), ZoneId.of(line[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(places);
  }
}
