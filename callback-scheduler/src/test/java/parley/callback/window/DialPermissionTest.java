package parley.callback.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.call.PhoneNumber;

/// A desk in Berlin that works day and night.
class DialPermissionTest {

  private static DialPermission permission() {
    return new DialPermission(
        BerlinDesk.calleesBut("+4930123456"), BerlinDesk.works(0, 24), Duration.ofDays(3));
  }

  @ParameterizedTest
  @CsvSource({
    "+4989555019, -, 2026-11-26T19:58:00Z, Allowed[]",
    "+4989555019, -, 2026-11-26T20:00:00Z, NotBefore[at=2026-11-27T07:00:00Z]",
    "+4989555019, Asia/Tokyo, 2026-11-26T20:00:00Z, NotBefore[at=2026-11-26T23:00:00Z]",
    "+4930123456, -, 2026-11-26T12:00:00Z, AskPerson[why=it must not be called: do not call]",
    "+11234567890, -, 2026-11-26T12:00:00Z, AskPerson[why=it must not be called: no such number]",
    // From St John's to Guam: right everywhere from eight in Guam till nine in St John's.
    "+18005550123, -, 2026-11-26T21:59:00Z, NotBefore[at=2026-11-26T22:00:00Z]",
    "+18005550123, -, 2026-11-26T22:00:00Z, Allowed[]",
    "+18005550123, America/New_York, 2026-11-26T14:00:00Z, Allowed[]",
    // International freephone belongs to no zone.
    "+80012345678, -, 2026-11-26T12:00:00Z, AskPerson[why=no hour is known to be right where the number may be]"
  })
  void aNumberIsCalledOnlyAtAnHourThatIsRightWhereverItMayBe(
      String number, String zone, Instant now, String expected) {
    Optional<ZoneId> said = zone.equals("-") ? Optional.empty() : Optional.of(ZoneId.of(zone));

    assertEquals(
        expected, permission().mayDialNow(new PhoneNumber(number), said, "", now).toString());
  }
}
