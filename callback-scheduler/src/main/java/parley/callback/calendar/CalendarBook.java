package parley.callback.calendar;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that config/appointments.yaml says. Immutable; any thread.
///
/// @param zone the site's
/// @param mailbox of the settings, from which letters go out and to which answers come; empty: from
///   the first
/// @param goal where a request names none
/// @param travel minutes between places, both ways
/// @param prepare how long before the start its people get the agenda; empty: never
/// @param texts of letters, by language and name
public record CalendarBook(
    ZoneId zone,
    String mailbox,
    Goal goal,
    Map<String, ResourceCalendar> calendars,
    Map<String, AppointmentKind> kinds,
    Map<Journey, Duration> travel,
    List<Reminder> reminders,
    Optional<Duration> prepare,
    List<AfterTask> tasks,
    Map<String, Map<String, String>> texts) {

  /// From one place to another; the same in both directions.
  public record Journey(String one, String other) {
    public Journey {
      if (one.compareTo(other) > 0) {
        String swapped = one;
        one = other;
        other = swapped;
      }
    }
  }

  public CalendarBook {
    calendars = Collections.unmodifiableMap(new LinkedHashMap<>(calendars));
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    travel = Map.copyOf(travel);
    reminders = List.copyOf(reminders);
    tasks = List.copyOf(tasks);
    texts = Map.copyOf(texts);
  }

  /// A site without appointments.
  public static CalendarBook none(ZoneId zone) {
    return new CalendarBook(
        zone,
        "",
        Goal.SOONEST,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  /// Whether anything can be booked.
  public boolean isEmpty() {
    return kinds.isEmpty();
  }

  /// What a kind of appointment is called; its name where it has gone from the file.
  ///
  /// @param language ISO 639-1
  public String title(String kind, String language) {
    AppointmentKind known = kinds.get(kind);
    return known == null ? kind : known.title(language);
  }

  /// The time from one place to another; none where either is nowhere, or no time is set.
  public Duration travel(String from, String to) {
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return Duration.ZERO;
    }
    return travel.getOrDefault(new Journey(from, to), Duration.ZERO);
  }

  /// The calendars of a group, in the file's order.
  public List<ResourceCalendar> group(String name) {
    return calendars.values().stream()
        .filter(calendar -> calendar.groups().contains(name))
        .toList();
  }

  /// Every calendar that a kind may hold.
  public List<ResourceCalendar> calendars(AppointmentKind kind) {
    return calendars.values().stream()
        .filter(calendar -> kind.needs().stream().anyMatch(calendar.groups()::contains))
        .toList();
  }

  /// A text of letters; the language's, or else English.
  public String text(String language, String name) {
    Map<String, String> own = texts.getOrDefault(language, Map.of());
    return own.getOrDefault(name, texts.getOrDefault("en", Map.of()).getOrDefault(name, ""));
  }
}
