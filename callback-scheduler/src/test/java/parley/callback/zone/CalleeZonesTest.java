package parley.callback.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.call.PhoneNumber;

class CalleeZonesTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final NumberPlan PLAN = new NumberPlan("GB", LONDON, 4);

  private static String zone(String number, ZoneId site) {
    CalleeZones zones = new CalleeZones(site, _ -> Optional.empty());
    NumberPlan.Read read = PLAN.read(new PhoneNumber(number)).orElseThrow();
    return zones
        .one(zones.of(read, Optional.empty()), NOW, Duration.ofDays(30))
        .map(ZoneId::getId)
        .orElse("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "+44 20 7946 0123, Europe/London",
    "020 7946 0123, Europe/London",
    "+1 202 555 0112, America/New_York",
    "+61 412 345 678, unknown",
    "+1 800 555 0123, unknown",
    "+7 916 123 45 67, unknown",
    "+34 612 345 678, unknown",
    "+800 1234 5678, unknown",
    "2001, Europe/London",
    // Without the code of its area: around the site.
    "5550142, Europe/London",
    // Not given out, but others begin so: as if the table were old.
    "+44 7700 900123, Europe/London"
  })
  void theNumberTellsTheZoneWhereItHasOne(String number, String expected) {
    assertEquals(expected, zone(number, LONDON));
  }

  @Test
  void ofZonesThatKeepTheSameTimeTheSitesIsTaken() {
    ZoneId jersey = ZoneId.of("Europe/Jersey");
    Set<ZoneId> british = Set.of(LONDON, jersey, ZoneId.of("Europe/Guernsey"));

    assertEquals(Optional.of(jersey), one(british, jersey));
    assertEquals(Optional.of(ZoneId.of("Europe/Guernsey")), one(british, ZoneId.of("Asia/Tokyo")));
  }

  @Test
  void zonesAgreeOnlyAsLongAsTheirClocksDo() {
    Set<ZoneId> both = Set.of(LONDON, ZoneId.of("Africa/Abidjan"));

    assertEquals(Optional.of(LONDON), one(both, LONDON));
    CalleeZones zones = new CalleeZones(LONDON, _ -> Optional.empty());
    assertEquals(Optional.empty(), zones.one(both, NOW, Duration.ofDays(180)));
  }

  private static Optional<ZoneId> one(Set<ZoneId> zones, ZoneId site) {
    return new CalleeZones(site, _ -> Optional.empty()).one(zones, NOW, Duration.ofDays(30));
  }

  @Test
  void whatWasSaidIsStrongerThanTheProfileAndThatThanTheNumber() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    ZoneId lima = ZoneId.of("America/Lima");
    CalleeZones zones = new CalleeZones(LONDON, _ -> Optional.of(tokyo));
    NumberPlan.Read read = PLAN.read(new PhoneNumber("+1 800 555 0123")).orElseThrow();

    assertEquals(Set.of(tokyo), zones.of(read, Optional.empty()));
    assertEquals(Set.of(lima), zones.of(read, Optional.of(lima)));
  }

  @ParameterizedTest
  @CsvSource({
    "+11234567890",
    "+10000000000",
    "+44123",
    "+490000000",
    "12345",
    "+12345678901234567",
    "*21*5550199#",
    "''"
  })
  void aNumberThatCannotExistIsNone(String number) {
    assertTrue(PLAN.read(new PhoneNumber(number)).isEmpty());
  }
}
