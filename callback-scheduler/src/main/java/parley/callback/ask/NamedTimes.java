package parley.callback.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.callback.ask.ChangeWish.Time;
import parley.dialogue.callback.WishReading;
import parley.dialogue.callback.Wished;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.EntityValue;
import parley.dialogue.entities.ReferenceShape;

/// The times that words name, as seen from an appointment: an hour without a day is one of its own
/// day. English. Pure; any thread.
///
/// @param region of the site, ISO 3166
record NamedTimes(String region) {

  private static final EntityFinder FINDER = new EntityFinder(ReferenceShape.USUAL);
  private static final WishReading READING = new WishReading(FINDER);
  private static final Pattern PART =
      Pattern.compile("(?<!\\bgood\\s)\\b(morning|afternoon|evening|noon|lunch)s?\\b");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final int LONGEST_DAYS = 14;
  private static final Duration NEAR = Duration.ofDays(14);

  /// None where the words name none; empty where they name one that does not exist.
  Optional<List<Time>> in(String words, LocalDateTime own, ZoneId zone, Instant now) {
    CallerContext context = new CallerContext(now, zone, region, true);
    List<EntityValue> values = FINDER.values(words, context);
    boolean day =
        values.stream()
            .anyMatch(value ->
                value instanceof EntityValue.Dates || value instanceof EntityValue.Moments);
    boolean hour =
        values.stream().anyMatch(EntityValue.Times.class::isInstance) || PART.matcher(words).find();
    String read = day ? words : words + " on " + DAY.format(own);
    return switch (READING.read(day || hour ? read : words, context)) {
      case Wished.NoSuchTime _ -> Optional.empty();
      case Wished.Times(var spans) when day || hour -> Optional.of(bounded(spans));
      case Wished.Times _, Wished.Nothing _ -> Optional.of(List.of());
    };
  }

  /// A weekday that is the appointment's own, and without a date, is the day of the appointment,
  /// also where there is another one before: nobody says "the Tuesday after next" of what is
  /// agreed.
  static String ownDay(String words, LocalDateTime own, ZoneId zone, Instant now) {
    Instant start = own.atZone(zone).toInstant();
    String day = own.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return start.isAfter(now.plus(NEAR))
        ? words
        : words.replaceAll(
            "(?i)\\b(this |next |coming )?"
                + day
                + "\\b(?!,? (the )?\\d)(?!,? (january|february|march|april|may|june|july|august"
                + "|september|october|november|december))",
            DAY.format(own));
  }

  /// "After Thursday" goes on for two weeks; "as soon as possible" is no time.
  private static List<Time> bounded(List<Wished.Span> spans) {
    List<Time> times = new ArrayList<>();
    for (Wished.Span span : spans) {
      if (span.from().isPresent()) {
        LocalDateTime from = span.from().get();
        LocalDateTime until = span.until().orElse(from.plusDays(LONGEST_DAYS));
        if (from.isBefore(until)) {
          times.add(new Time(from, until));
        }
      }
    }
    return times;
  }
}
