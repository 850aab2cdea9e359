package parley.callback.ical;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Transp;
import parley.callback.calendar.Span;

/// Reads when somebody is busy out of a calendar (RFC 5545): events that count as busy, repeated
/// ones expanded with their exceptions. What they are about is not looked at. Pure. Any thread.
public final class BusyReader {

  /// More in one feed are a mistake or an attack.
  private static final int MOST = 20_000;

  private BusyReader() {}

  /// A calendar that cannot be read.
  public static final class BadCalendarException extends Exception {
    private static final long serialVersionUID = 1;

    BadCalendarException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// @param within events outside are left out
  /// @param zone of whole days and of times without a zone
  public static List<Span> read(String text, Span within, ZoneId zone) throws BadCalendarException {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      List<VEvent> events = calendar.getComponents("VEVENT");
      Set<String> changed = changed(events);
      List<Span> busy = new ArrayList<>();
      for (VEvent event : events) {
        if (isBusy(event) && busy.size() < MOST) {
          add(event, changed, within, zone, busy);
        }
      }
      busy.sort(Comparator.comparing(Span::from).thenComparing(Span::until));
      return busy.stream().distinct().limit(MOST).toList();
    } catch (IOException | ParserException | RuntimeException e) {
      throw new BadCalendarException("It is no iCalendar file", e);
    }
  }

  private static boolean isBusy(VEvent event) {
    boolean free =
        event
            .<Transp>getProperty(Property.TRANSP)
            .map(Transp::getValue)
            .orElse("")
            .equalsIgnoreCase("TRANSPARENT");
    boolean cancelled =
        event
            .<Status>getProperty(Property.STATUS)
            .map(Status::getValue)
            .orElse("")
            .equalsIgnoreCase("CANCELLED");
    return !free && !cancelled;
  }

  /// Of a repeated event, the days that stand elsewhere as events of their own, cancelled ones too.
  private static Set<String> changed(List<VEvent> events) {
    Set<String> changed = new HashSet<>();
    for (VEvent event : events) {
      event
          .getProperty(Property.RECURRENCE_ID)
          .flatMap(id ->
              instant(
                  ((net.fortuna.ical4j.model.property.RecurrenceId<?>) id).getDate(),
                  ZoneId.of("UTC")))
          .ifPresent(at -> changed.add(uid(event) + " " + at));
    }
    return changed;
  }

  private static String uid(VEvent event) {
    return event.getUid().map(Property::getValue).orElse("");
  }

  private static void add(
      VEvent event, Set<String> changed, Span within, ZoneId zone, List<Span> busy) {
    boolean single = event.getProperty(Property.RECURRENCE_ID).isPresent();
    var looked =
        new Period<>(
            within.from().atZone(zone).minusDays(1), within.until().atZone(zone).plusDays(1));
    for (Period<Temporal> period : event.<Temporal>calculateRecurrenceSet(looked)) {
      Optional<Instant> from = instant(period.getStart(), zone);
      Optional<Instant> until = instant(period.getEnd(), zone);
      if (from.isEmpty() || until.isEmpty() || !from.get().isBefore(until.get())) {
        continue;
      }
      Span span = new Span(from.get(), until.get());
      Optional<Instant> asWritten = instant(period.getStart(), ZoneId.of("UTC"));
      boolean elsewhere =
          !single && asWritten.isPresent() && changed.contains(uid(event) + " " + asWritten.get());
      if (span.overlaps(within) && !elsewhere) {
        busy.add(span);
      }
    }
  }

  private static Optional<Instant> instant(Temporal time, ZoneId zone) {
    return Optional.ofNullable(
        switch (time) {
          case Instant instant -> instant;
          case ZonedDateTime zoned -> zoned.toInstant();
          case OffsetDateTime offset -> offset.toInstant();
          case LocalDateTime local -> local.atZone(zone).toInstant();
          case LocalDate day -> day.atStartOfDay(zone).toInstant();
          default -> null;
        });
  }
}
