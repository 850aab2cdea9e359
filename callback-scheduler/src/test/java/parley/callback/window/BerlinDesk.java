package parley.callback.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.callback.hours.HoursBook;
import parley.callback.hours.QueueHours;
import parley.callback.hours.Span;
import parley.callback.quiet.QuietHours;
import parley.callback.zone.CalleeZones;
import parley.callback.zone.NumberPlan;
import parley.config.CallbackSettings.DayTimes;

/// A desk in Berlin that calls nobody from nine in the evening until eight.
public final class BerlinDesk {

  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final int MINUTES_OF_AN_HOUR = (int) Duration.ofHours(1).toMinutes();

  private BerlinDesk() {}

  /// @param from the hour at which it begins to work, every day
  /// @param until the hour at which it ends
  public static PermittedHours works(int from, int until) {
    Span span = new Span(from * MINUTES_OF_AN_HOUR, until * MINUTES_OF_AN_HOUR);
    Map<DayOfWeek, List<Span>> days =
        Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> List.of(span)));
    HoursBook hours = new HoursBook(new QueueHours(BERLIN, days, Map.of(), Set.of()), Map.of());
    return new PermittedHours(() -> hours, quiet());
  }

  static QuietHours quiet() {
    return new QuietHours(
        Optional.of(new DayTimes(LocalTime.of(21, 0), LocalTime.of(8, 0))), false);
  }

  /// @param barred a number that wants no calls
  public static Callees calleesBut(String barred) {
    return new Callees(
        new NumberPlan("DE", BERLIN, 4),
        new CalleeZones(BERLIN, _ -> Optional.empty()),
        number -> number.value().equals(barred));
  }
}
