package parley.dialogue.entities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Where and when something was said: what "tomorrow", "03/04/2027", "dollars" and a telephone
/// number without country mean depends on it.
///
/// @param now when it was said
/// @param zone the customer's time zone
/// @param region the customer's country, ISO 3166 with two capitals ("GB")
public record CallerContext(Instant now, ZoneId zone, String region) {

  public CallerContext {
    if (!region.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "A region is a country code of two capitals such as GB, not \"" + region + "\"");
    }
  }

  ZonedDateTime local() {
    return now.atZone(zone);
  }

  LocalDate today() {
    return local().toLocalDate();
  }

  /// Whether 03/04 is the fourth of March here.
  boolean monthFirst() {
    return region.equals("US");
  }

  /// Whether a comma stands before the cents here.
  boolean decimalComma() {
    return switch (region) {
      case "GB", "IE", "US", "CA", "AU", "NZ", "IN", "SG", "HK", "JP", "CN", "MX", "CH", "IL" ->
          false;
      default -> true;
    };
  }
}
