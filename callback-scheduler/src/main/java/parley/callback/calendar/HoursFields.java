package parley.callback.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialogue.files.Fields;

/// Reads when a calendar can be had: `hours` by weekday, `exceptions` by day.
final class HoursFields {

  private static final Pattern DAYS =
      Pattern.compile("(mon|tue|wed|thu|fri|sat|sun)(?:-(mon|tue|wed|thu|fri|sat|sun))?");

  private HoursFields() {}

  static Map<DayOfWeek, List<DayHours>> weekly(Fields calendar) {
    Map<DayOfWeek, List<DayHours>> weekly = new EnumMap<>(DayOfWeek.class);
    calendar
        .below("hours")
        .ifPresent(hours -> {
          for (String days : hours.all().keySet()) {
            for (DayOfWeek day : days(hours, days)) {
              if (weekly.put(day, hours(hours, days)) != null) {
                hours.problem(
                    hours.line(days),
                    "`" + days + "` names a day that was there before.",
                    "Name each day once.");
              }
            }
          }
        });
    return weekly;
  }

  private static List<DayOfWeek> days(Fields hours, String text) {
    Matcher parts = DAYS.matcher(text);
    if (!parts.matches()) {
      hours.problem(
          hours.line(text),
          "`" + text + "` names no days.",
          "Expected a day or days such as mon, sat or mon-fri.");
      return List.of();
    }
    DayOfWeek first = day(parts.group(1));
    DayOfWeek last = parts.group(2) == null ? first : day(parts.group(2));
    List<DayOfWeek> days = new ArrayList<>();
    for (DayOfWeek day = first; ; day = day.plus(1)) {
      days.add(day);
      if (day == last) {
        return days;
      }
    }
  }

  private static DayOfWeek day(String shortName) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(shortName)) {
        return day;
      }
    }
    throw new IllegalArgumentException("The pattern lets only days through");
  }

  static Map<LocalDate, List<DayHours>> exceptions(Fields calendar) {
    Map<LocalDate, List<DayHours>> exceptions = new HashMap<>();
    if (!calendar.has("exceptions")) {
      return exceptions;
    }
    for (Fields exception : calendar.list("exceptions")) {
      exception.allowOnly(java.util.Set.of("day", "hours"));
      String day = exception.text("day");
      try {
        LocalDate date = LocalDate.parse(day);
        if (exceptions.put(date, hours(exception, "hours")) != null) {
          exception.problem(
              exception.line("day"), "The day " + day + " is there twice.", "Keep one of the two.");
        }
      } catch (DateTimeParseException _) {
        exception.problem(
            exception.line("day"),
            "`day` is `" + day + "`.",
            "Expected a day that exists, such as 2026-12-24.");
      }
    }
    return exceptions;
  }

  /// One or more hours of a day, with commas between; `closed` is none.
  private static List<DayHours> hours(Fields fields, String key) {
    String text = fields.text(key);
    List<DayHours> read = new ArrayList<>();
    if (text.equals("closed") || text.isEmpty()) {
      return read;
    }
    for (String part : text.split(",", -1)) {
      DayHours.parse(part)
          .ifPresentOrElse(
              read::add,
              () ->
                  fields.problem(
                      fields.line(key),
                      "`" + key + "` holds `" + part.strip() + "`.",
                      "Expected hours such as 09:00-12:00, 13:00-17:30, or closed."));
    }
    read.sort(Comparator.comparingInt(DayHours::fromMinute));
    for (int i = 1; i < read.size(); i++) {
      if (read.get(i).fromMinute() < read.get(i - 1).untilMinute()) {
        fields.problem(
            fields.line(key), "The hours of `" + key + "` overlap.", "Let each end first.");
      }
    }
    return read;
  }
}
