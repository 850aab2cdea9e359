package parley.callback.hours;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import parley.dialogue.files.Problems;

/// Reads the days of an iCalendar file (RFC 5545): each event of whole days, with its repetitions.
/// Thread: the one that loads.
///
/// @param name of the file, as messages name it
record HolidayFile(String name, Problems problems) {

  /// Repetitions are followed within these years.
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2060, 1, 1);

  private static final Set<Frequency> FREQUENCIES =
      Set.of(Frequency.YEARLY, Frequency.MONTHLY, Frequency.WEEKLY, Frequency.DAILY);

  Set<LocalDate> days(String text) {
    int stray = stray(text);
    if (stray > 0) {
      broken(stray, "the line is no `NAME:value`");
      return Set.of();
    }
    Set<LocalDate> days = new HashSet<>();
    try {
      int event = 0;
      for (Component component :
          new CalendarBuilder().build(new StringReader(text)).getComponents()) {
        if (component instanceof VEvent found) {
          days.addAll(days(found, line(text, event)));
          event++;
        }
      }
    } catch (ParserException parsing) {
      broken(Math.max(0, parsing.getLineNo()), reason(parsing));
    } catch (IOException | RuntimeException unreadable) {
      // ical4j throws unchecked exceptions of many kinds for values that it cannot read.
      broken(0, reason(unreadable));
    }
    return days;
  }

  private void broken(int line, String reason) {
    problems.add(
        name,
        line,
        "This is no iCalendar file: " + reason + ".",
        "Export it again from the calendar, or mend the line.");
  }

  /// The first line that is neither a property nor goes on with one, which ical4j notices only
  /// further below; 0 for none.
  private static int stray(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank()
          && !line.contains(":")
          && !line.startsWith(" ")
          && !line.startsWith("\t")) {
        return i + 1;
      }
    }
    return 0;
  }

  private Set<LocalDate> days(VEvent event, int line) {
    Optional<DateProperty<Temporal>> start = event.getProperty(Property.DTSTART);
    if (start.map(DateProperty::getDate).filter(LocalDate.class::isInstance).isEmpty()) {
      problems.add(
          name,
          line,
          "The event begins at an hour, or has no beginning.",
          "Expected whole days, such as DTSTART;VALUE=DATE:20261225.");
      return Set.of();
    }
    Optional<RRule<Temporal>> rule = event.getProperty(Property.RRULE);
    if (rule.isPresent() && !FREQUENCIES.contains(rule.get().getRecur().getFrequency())) {
      problems.add(
          name,
          line,
          "The event comes again within a day.",
          "Expected FREQ=YEARLY, MONTHLY, WEEKLY or DAILY.");
      return Set.of();
    }
    Set<LocalDate> days = new HashSet<>();
    Set<Period<LocalDate>> times = event.calculateRecurrenceSet(new Period<>(FIRST, LAST));
    times.forEach(time -> addAll(time, days));
    return days;
  }

  /// The end of an event is the first day after it (RFC 5545, 3.6.1); without one it is one day.
  private static void addAll(Period<LocalDate> time, Set<LocalDate> days) {
    days.add(time.getStart());
    for (LocalDate day = time.getStart().plusDays(1);
        day.isBefore(time.getEnd());
        day = day.plusDays(1)) {
      days.add(day);
    }
  }

  /// The line on which an event begins, which ical4j does not keep.
  private static int line(String text, int event) {
    List<String> lines = text.lines().toList();
    int seen = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equalsIgnoreCase("BEGIN:VEVENT") && seen++ == event) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String reason(Exception broken) {
    String message = String.valueOf(broken.getMessage());
    String first = message.lines().findFirst().orElse("").strip();
    return first.isEmpty() || first.equals("null") ? broken.getClass().getSimpleName() : first;
  }
}
