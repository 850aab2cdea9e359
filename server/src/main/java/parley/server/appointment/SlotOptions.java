package parley.server.appointment;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import parley.callback.calendar.AppointmentKind;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.DayHours;
import parley.callback.calendar.Goal;
import parley.callback.calendar.Span;
import parley.callback.slot.SlotWish;
import parley.server.command.CommandFault;
import picocli.CommandLine.Option;

/// What suits the customer, as options of a command.
final class SlotOptions {

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "14",
      description = "So many days ahead (${DEFAULT-VALUE}).")
  private int days = 14;

  @Option(names = "--on", split = ",", paramLabel = "DAY", description = "mon, tue ...")
  private List<String> on = List.of();

  @Option(
      names = "--between",
      paramLabel = "HOURS",
      defaultValue = "",
      description = "When it may begin: 09:00-12:00.")
  private String between = "";

  @Option(names = "--with", defaultValue = "", description = "A person, by calendar.")
  private String with = "";

  @Option(names = "--near", defaultValue = "", description = "The nearest to this time.")
  private String near = "";

  @Option(
      names = "--goal",
      defaultValue = "",
      description = "soonest, fewest-gaps or least-travel; else the file's.")
  private String goal = "";

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "5",
      description = "So many (${DEFAULT-VALUE}).")
  private int most = 5;

  SlotWish wish(AppointmentKind kind, CalendarBook book, Instant now) {
    Optional<Instant> wished =
        near.isEmpty()
            ? Optional.empty()
            : Optional.of(
                WishedTime.parse(near)
                    .orElseThrow(() ->
                        new CommandFault(
                            "The time " + near + " is none: write it like 2026-06-02T10:00"))
                    .at()
                    .atZone(book.zone())
                    .toInstant());
    return new SlotWish(
        kind.name(),
        book.zone(),
        new Span(now, now.plus(Duration.ofDays(Math.clamp(days, 1, 366)))),
        weekdays(),
        hours(),
        wished,
        AppointmentsCommand.calendar(book, with),
        goal(book),
        Math.clamp(most, 1, 100));
  }

  private Set<DayOfWeek> weekdays() {
    Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
    for (String name : on) {
      String day = name.strip().toUpperCase(Locale.ROOT);
      List<DayOfWeek> matching =
          List.of(DayOfWeek.values()).stream()
              .filter(one -> day.length() >= 2 && one.name().startsWith(day))
              .toList();
      if (matching.size() != 1) {
        throw new CommandFault("The day " + name + " is none: write mon, tue and so on");
      }
      found.add(matching.getFirst());
    }
    return found;
  }

  private DayHours hours() {
    return between.isEmpty()
        ? DayHours.WHOLE_DAY
        : DayHours.parse(between)
            .orElseThrow(
                () -> new CommandFault("The hours " + between + " are none: write 09:00-12:00"));
  }

  private Goal goal(CalendarBook book) {
    if (goal.isEmpty()) {
      return book.goal();
    }
    try {
      return Goal.valueOf(goal.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException _) {
      throw new CommandFault(
          "The goal " + goal + " is none: expected soonest, fewest-gaps or least-travel");
    }
  }
}
