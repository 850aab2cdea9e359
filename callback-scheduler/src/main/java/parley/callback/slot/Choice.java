package parley.callback.slot;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.callback.calendar.AppointmentKind;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.Goal;
import parley.callback.calendar.Span;

/// Chooses the calendars that an appointment holds at a time: one of each group. Used by one
/// thread.
final class Choice {

  private final AppointmentKind kind;

  /// By group, in the order of the file.
  private final List<List<DayPlan>> groups;

  Choice(CalendarBook book, AppointmentKind kind, Map<String, DayPlan> plans) {
    this.kind = kind;
    this.groups =
        kind.needs().stream()
            .map(need ->
                book.group(need).stream()
                    .flatMap(calendar -> Optional.ofNullable(plans.get(calendar.name())).stream())
                    .toList())
            .toList();
  }

  /// @param stranger whether a person was preferred, and this is not that person
  /// @param cost what a time is worse by, for the goal
  record Rated(Slot slot, boolean stranger, Duration cost) {}

  /// Whether all could be had if nothing else were held.
  boolean isOpen(Span span) {
    return groups.stream().allMatch(group -> group.stream().anyMatch(plan -> plan.isOpen(span)));
  }

  Optional<Rated> best(Span span, ZoneId zone, String with, Goal goal) {
    if (!isOpen(span)) {
      return Optional.empty();
    }
    List<Rated> possible = new ArrayList<>();
    for (String place : places(span)) {
      at(place, span, zone, with, goal).ifPresent(possible::add);
    }
    return possible.stream().min(Comparator.comparing(Rated::stranger).thenComparing(Rated::cost));
  }

  /// Where it could be: where the rooms are; without rooms, where the people are.
  private List<String> places(Span span) {
    if (kind.byTelephone()) {
      return List.of("");
    }
    List<DayPlan> open =
        groups.stream().flatMap(List::stream).filter(plan -> plan.isOpen(span)).toList();
    boolean rooms =
        groups.stream().anyMatch(group -> group.stream().allMatch(p -> p.calendar().room()));
    return open.stream()
        .filter(plan -> plan.calendar().room() == rooms)
        .map(plan -> plan.calendar().place())
        .distinct()
        .toList();
  }

  private Optional<Rated> at(String place, Span span, ZoneId zone, String with, Goal goal) {
    Slot slot = new Slot(kind.name(), span, zone, List.of(), kind.before(), kind.after(), place);
    List<DayPlan> chosen = new ArrayList<>();
    for (List<DayPlan> group : groups) {
      Optional<DayPlan> best =
          group.stream()
              .filter(plan -> !chosen.contains(plan) && fits(plan, slot))
              .min(
                  Comparator.comparing((DayPlan plan) -> !plan.calendar().name().equals(with))
                      .thenComparing(plan -> cost(plan, slot, goal)));
      if (best.isEmpty()) {
        return Optional.empty();
      }
      chosen.add(best.get());
    }
    List<String> names = chosen.stream().map(plan -> plan.calendar().name()).toList();
    Duration cost =
        chosen.stream().map(plan -> cost(plan, slot, goal)).reduce(Duration.ZERO, Duration::plus);
    return Optional.of(
        new Rated(
            new Slot(kind.name(), span, zone, names, kind.before(), kind.after(), place),
            !with.isEmpty() && !names.contains(with),
            cost));
  }

  private static boolean fits(DayPlan plan, Slot slot) {
    boolean there =
        !plan.calendar().room()
            || slot.place().isEmpty()
            || plan.calendar().place().equals(slot.place());
    return there && plan.isOpen(slot.span()) && plan.isFree(slot);
  }

  private static Duration cost(DayPlan plan, Slot slot, Goal goal) {
    if (plan.calendar().room()) {
      return Duration.ZERO;
    }
    return switch (goal) {
      case SOONEST -> Duration.ZERO;
      case FEWEST_GAPS -> plan.hole(slot);
      case LEAST_TRAVEL -> plan.travel(slot);
    };
  }
}
