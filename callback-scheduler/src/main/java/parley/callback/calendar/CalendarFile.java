package parley.callback.calendar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;

/// Reads `config/appointments.yaml`. A file that is not there, or holds no kinds, is a site without
/// appointments.
public final class CalendarFile {

  private static final Set<String> KEYS =
      Set.of(
          "mailbox",
          "goal",
          "calendars",
          "kinds",
          "travel",
          "reminders",
          "prepare",
          "after",
          "texts");
  private static final Duration MONTH = Duration.ofDays(30);

  private CalendarFile() {}

  /// @param zone the site's
  /// @throws BadFilesException listing every problem
  public static CalendarBook load(Path home, ZoneId zone) {
    Problems problems = new Problems();
    CalendarBook book = read(home, home.resolve("config/appointments.yaml"), zone, problems);
    problems.throwIfAny();
    return book;
  }

  public static CalendarBook read(Path home, Path file, ZoneId zone, Problems problems) {
    if (!Files.exists(file)) {
      return CalendarBook.none(zone);
    }
    Fields top = YamlFile.read(home, file, problems);
    if (top.broken()) {
      return CalendarBook.none(zone);
    }
    top.allowOnly(KEYS);
    CalendarBook book =
        new CalendarBook(
            zone,
            top.optionalText("mailbox").orElse(""),
            goal(top),
            calendars(home, top, zone),
            KindFields.read(top),
            travel(top),
            reminders(top),
            top.has("prepare")
                ? Optional.of(Lengths.of(top, "prepare", Duration.ZERO, Duration.ZERO, MONTH))
                : Optional.empty(),
            tasks(top),
            texts(top));
    KindFields.check(top, book);
    return book;
  }

  private static Goal goal(Fields top) {
    String text = top.optionalText("goal").orElse("soonest");
    Map<String, Goal> goals = new LinkedHashMap<>();
    for (Goal goal : Goal.values()) {
      goals.put(goal.name().toLowerCase(Locale.ROOT).replace('_', '-'), goal);
    }
    Goal goal = goals.get(text);
    if (goal == null) {
      top.problem(
          top.line("goal"),
          "`goal` is `" + text + "`.",
          "Expected " + Fields.near(text, goals.keySet()));
      return Goal.SOONEST;
    }
    return goal;
  }

  private static Map<String, ResourceCalendar> calendars(Path home, Fields top, ZoneId zone) {
    Map<String, ResourceCalendar> calendars = new LinkedHashMap<>();
    CalendarFields reader = new CalendarFields(home, zone);
    for (Fields item : top.has("calendars") ? top.list("calendars") : List.<Fields>of()) {
      ResourceCalendar calendar = reader.read(item);
      if (calendars.putIfAbsent(calendar.name(), calendar) != null) {
        item.problem(
            item.line("name"),
            "The calendar `" + calendar.name() + "` is there twice.",
            "Calendars have names of their own: rename one.");
      }
    }
    return calendars;
  }

  private static Map<CalendarBook.Journey, Duration> travel(Fields top) {
    Map<CalendarBook.Journey, Duration> travel = new HashMap<>();
    for (Fields item : top.has("travel") ? top.list("travel") : List.<Fields>of()) {
      item.allowOnly(Set.of("from", "to", "takes"));
      Duration takes = Lengths.of(item, "takes", Duration.ZERO, Duration.ZERO, Duration.ofDays(1));
      travel.put(new CalendarBook.Journey(item.text("from"), item.text("to")), takes);
    }
    return travel;
  }

  private static List<Reminder> reminders(Fields top) {
    List<Reminder> reminders = new ArrayList<>();
    for (Fields item : top.has("reminders") ? top.list("reminders") : List.<Fields>of()) {
      item.allowOnly(Set.of("before", "by"));
      String by = item.optionalText("by").orElse("mail");
      if (!by.equals("mail") && !by.equals("call")) {
        item.problem(item.line("by"), "`by` is `" + by + "`.", "Expected mail or call.");
      }
      Duration before =
          Lengths.of(item, "before", Duration.ofDays(1), Duration.ofMinutes(5), MONTH);
      reminders.add(new Reminder(before, by.equals("call")));
    }
    return reminders;
  }

  private static List<AfterTask> tasks(Fields top) {
    List<AfterTask> tasks = new ArrayList<>();
    for (Fields item : top.has("after") ? top.list("after") : List.<Fields>of()) {
      item.allowOnly(Set.of("task", "due", "chase"));
      tasks.add(
          new AfterTask(
              item.text("task"),
              Lengths.of(item, "due", Duration.ofDays(1), Duration.ZERO, Duration.ofDays(365)),
              Lengths.of(item, "chase", Duration.ofDays(1), Duration.ofHours(1), MONTH)));
    }
    return tasks;
  }

  private static Map<String, Map<String, String>> texts(Fields top) {
    Map<String, Map<String, String>> texts = new HashMap<>();
    top.all().keySet().stream()
        .filter("texts"::equals)
        .flatMap(key -> top.below(key).stream())
        .forEach(languages ->
            languages
                .all()
                .keySet()
                .forEach(language ->
                    languages
                        .below(language)
                        .ifPresent(named -> texts.put(language, named(named)))));
    return texts;
  }

  private static Map<String, String> named(Fields named) {
    return named.all().keySet().stream().collect(Collectors.toMap(name -> name, named::text));
  }
}
