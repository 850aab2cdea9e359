package parley.mail.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.mail.calendar.InvitationReader.Property;

/// Instants from a calendar's times: in UTC, or in a zone by its IANA name, or by Outlook's.
final class EventTimes {

  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  /** Outlook's names for the zones of most of its users (Unicode CLDR, windowsZones). */
  private static final Map<String, String> OUTLOOK =
      Map.ofEntries(
          Map.entry("UTC", "UTC"),
          Map.entry("GMT Standard Time", "Europe/London"),
          Map.entry("Greenwich Standard Time", "Atlantic/Reykjavik"),
          Map.entry("W. Europe Standard Time", "Europe/Berlin"),
          Map.entry("Central Europe Standard Time", "Europe/Budapest"),
          Map.entry("Central European Standard Time", "Europe/Warsaw"),
          Map.entry("Romance Standard Time", "Europe/Paris"),
          Map.entry("E. Europe Standard Time", "Europe/Chisinau"),
          Map.entry("FLE Standard Time", "Europe/Kyiv"),
          Map.entry("GTB Standard Time", "Europe/Bucharest"),
          Map.entry("Turkey Standard Time", "Europe/Istanbul"),
          Map.entry("Russian Standard Time", "Europe/Moscow"),
          Map.entry("Eastern Standard Time", "America/New_York"),
          Map.entry("Central Standard Time", "America/Chicago"),
          Map.entry("Mountain Standard Time", "America/Denver"),
          Map.entry("Pacific Standard Time", "America/Los_Angeles"),
          Map.entry("E. South America Standard Time", "America/Sao_Paulo"),
          Map.entry("India Standard Time", "Asia/Kolkata"),
          Map.entry("China Standard Time", "Asia/Shanghai"),
          Map.entry("Tokyo Standard Time", "Asia/Tokyo"),
          Map.entry("AUS Eastern Standard Time", "Australia/Sydney"));

  private final Optional<String> location;

  /// @param zone the calendar's VTIMEZONE, may be empty
  EventTimes(List<Property> zone) {
    location =
        zone.stream()
            .filter(property -> property.name().equals("X-LIC-LOCATION"))
            .map(Property::value)
            .findFirst();
  }

  /// Empty for whole days, times without a zone, and zones that only the sender knows.
  Optional<Instant> instant(Property time) {
    try {
      String value = time.value();
      if (value.endsWith("Z")) {
        return Optional.of(
            LocalDateTime.parse(value.substring(0, value.length() - 1), FORM)
                .toInstant(ZoneOffset.UTC));
      }
      Optional<ZoneId> zone = zone(time.parameters().getOrDefault("TZID", ""));
      LocalDateTime local = LocalDateTime.parse(value, FORM);
      return zone.map(id -> local.atZone(id).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Optional<ZoneId> zone(String name) {
    // Mozilla writes /mozilla.org/20050126_1/Europe/Berlin
    String bare = name.replaceFirst("^/[^/]+/[^/]+/", "");
    return known(OUTLOOK.getOrDefault(bare, bare)).or(() -> location.flatMap(EventTimes::known));
  }

  private static Optional<ZoneId> known(String name) {
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }
}
