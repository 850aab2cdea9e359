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
/// @param ahead whether a day was asked for that lies ahead: "the first of february", said in
///   March, is then in the next year
public record CallerContext(Instant now, ZoneId zone, String region, boolean ahead) {

  /// Where nothing is known about the days that are spoken of.
  public CallerContext(Instant now, ZoneId zone, String region) {
    this(now, zone, region, false);
  }

  public CallerContext {
    if (!region.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "A region is a country code of two capitals such as GB, not \"" + region + "\"");
    }
  }

  /// The same where a day was asked for that lies ahead.
  CallerContext asAhead() {
    return new CallerContext(now, zone, region, true);
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
