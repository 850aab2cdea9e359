package parley.dialogue.callback;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.callback.CallbackOffer.Obstacle;

/// Plain hours, from Monday to Friday, nine to five, for conversations that are tried without a
/// keeper of promises: the same on every site. Immutable; pure; any thread.
public final class OfficeHours implements CallbackTimes {

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);
  private static final LocalTime DAY_BEGINS = LocalTime.of(8, 0);
  private static final LocalTime DAY_ENDS = LocalTime.of(21, 0);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final Duration FURTHEST = Duration.ofDays(30);
  private static final Duration LOOK_AHEAD = Duration.ofDays(14);
  private static final int FEWEST_DIGITS = 7;

  private final ZoneId site;
  private final Map<String, ZoneId> countries;
  private final Set<String> refused;

  /// @param countries zones by the beginnings of numbers; a number without plus is the site's
  /// @param refused numbers that want no calls
  public OfficeHours(ZoneId site, Map<String, ZoneId> countries, Set<String> refused) {
    this.site = site;
    this.countries = Map.copyOf(countries);
    this.refused = Set.copyOf(refused);
  }

  @Override
  public CallbackOffer offer(CallbackWish wish, Instant now) {
    String number = wish.number().value();
    if (number.replaceAll("[^0-9]", "").length() < FEWEST_DIGITS) {
      return new CallbackOffer.Impossible(Obstacle.NO_SUCH_NUMBER);
    }
    if (refused.contains(number)) {
      return new CallbackOffer.Impossible(Obstacle.DO_NOT_CALL);
    }
    Optional<ZoneId> zone = wish.zone().or(() -> zone(number));
    return zone.map(there -> at(wish, now, there)).orElseGet(CallbackOffer.ZoneUnknown::new);
  }

  private Optional<ZoneId> zone(String number) {
    if (!number.startsWith("+")) {
      return Optional.of(site);
    }
    return countries.entrySet().stream()
        .filter(country -> number.startsWith(country.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private CallbackOffer at(CallbackWish wish, Instant now, ZoneId zone) {
    Instant from = wish.from().map(time -> instant(time, zone)).orElse(now);
    Optional<Instant> until = wish.until().map(time -> instant(time, zone));
    if (until.filter(end -> !end.isAfter(now)).isPresent()) {
      return nearest(now, zone, Obstacle.PAST);
    }
    if (from.isAfter(now.plus(FURTHEST))) {
      return nearest(now, zone, Obstacle.TOO_FAR);
    }
    if (wish.from().filter(time -> zone.getRules().getValidOffsets(time).isEmpty()).isPresent()) {
      return nearest(from, zone, Obstacle.NO_SUCH_HOUR);
    }
    Instant begin = from.isBefore(now) ? now : from;
    Optional<CallbackWindow> wished = first(begin, until.orElse(begin.plus(LOOK_AHEAD)), zone);
    return wished
        .<CallbackOffer>map(window -> new CallbackOffer.Possible(window, true, Obstacle.NONE))
        .orElseGet(() -> nearest(begin, zone, obstacle(begin, zone)));
  }

  private CallbackOffer nearest(Instant from, ZoneId zone, Obstacle why) {
    return first(from, from.plus(LOOK_AHEAD), zone)
        .<CallbackOffer>map(window -> new CallbackOffer.Possible(window, false, why))
        .orElseGet(() -> new CallbackOffer.Impossible(why));
  }

  private Optional<CallbackWindow> first(Instant from, Instant until, ZoneId zone) {
    for (Instant at = onTheStep(from); at.isBefore(until); at = at.plus(STEP)) {
      if (obstacle(at, zone) == Obstacle.NONE) {
        Instant end = at.plus(LONGEST).isBefore(until) ? at.plus(LONGEST) : until;
        Instant closes = at.atZone(site).with(CLOSES).toInstant();
        return Optional.of(new CallbackWindow(at, end.isBefore(closes) ? end : closes, zone));
      }
    }
    return Optional.empty();
  }

  private static Instant onTheStep(Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    long over = Math.floorMod(minute.getEpochSecond(), STEP.toSeconds());
    return over == 0 && minute.equals(at) ? at : minute.plusSeconds(STEP.toSeconds() - over);
  }

  private Obstacle obstacle(Instant at, ZoneId zone) {
    ZonedDateTime here = at.atZone(site);
    if (here.getDayOfWeek() == DayOfWeek.SATURDAY || here.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return Obstacle.CLOSED_DAY;
    }
    if (outside(here.toLocalTime(), OPENS, CLOSES)) {
      return Obstacle.CLOSED_HOUR;
    }
    return outside(at.atZone(zone).toLocalTime(), DAY_BEGINS, DAY_ENDS)
        ? Obstacle.QUIET_HOURS
        : Obstacle.NONE;
  }

  private static boolean outside(LocalTime time, LocalTime begin, LocalTime end) {
    return time.isBefore(begin) || !time.isBefore(end);
  }

  private static Instant instant(LocalDateTime time, ZoneId zone) {
    return time.atZone(zone).toInstant();
  }
}
