package parley.gateway.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.transfer.agent.PhoneState;

/// Asterisk's device states as a transfer sees them: what is not surely free is not rung.
class PhoneStateTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_INUSE, IDLE",
    "INUSE, IN_CALL",
    "BUSY, IN_CALL",
    "RINGINUSE, IN_CALL",
    "ONHOLD, IN_CALL",
    "RINGING, RINGING",
    "UNAVAILABLE, OFFLINE",
    "INVALID, OFFLINE",
    "UNKNOWN, OFFLINE",
    "something else, OFFLINE",
    ", OFFLINE",
  })
  void statesAreThoseOfAsterisk(String state, PhoneState expected) {
    assertEquals(expected, AmiControl.phoneState(state));
  }
}
