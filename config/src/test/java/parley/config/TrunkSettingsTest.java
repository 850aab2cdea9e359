package parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The way out to the telephone network, per queue; nothing in it can add to a dial string.
class TrunkSettingsTest {
  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));

  private static TrunkSettings trunk(Map<String, String> environment) {
    return SettingsLoader.load(HOME, environment, List.of()).settings().asterisk().trunk();
  }

  @Test
  void withoutATrunkNobodyCanBeCalled() {
    assertEquals(Optional.empty(), trunk(Map.of()).dialString("general", "+4989555019"));
    assertEquals("", trunk(Map.of()).callerIdOf("general"));
  }

  @Test
  void queuesHaveTheirOwnTrunkAndNumberWhereTheyAreNamed() {
    TrunkSettings trunk =
        trunk(
            Map.of(
                "PARLEY_ASTERISK_TRUNK_ENDPOINT", "PJSIP/{number}@trunk",
                "PARLEY_ASTERISK_TRUNK_ENDPOINTS", "payments=PJSIP/out/sip:{number}@192.0.2.1:5070",
                "PARLEY_ASTERISK_TRUNK_CALLER_ID", "+358401234567",
                "PARLEY_ASTERISK_TRUNK_CALLER_IDS", "payments=100, travel=+4989555"));
    assertEquals(Optional.of("PJSIP/+4989555019@trunk"), trunk.dialString("", "+4989555019"));
    assertEquals(
        Optional.of("PJSIP/out/sip:201@192.0.2.1:5070"), trunk.dialString("payments", "201"));
    assertEquals(
        List.of("+358401234567", "100", "+4989555"),
        List.of(
            trunk.callerIdOf("general"), trunk.callerIdOf("payments"), trunk.callerIdOf("travel")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PJSIP/trunk",
        "PJSIP/{number}@trunk&PJSIP/other",
        "PJSIP/{number}@trunk,30,g",
        "PJSIP/${CALLERID}{number}@trunk",
        "{number}"
      })
  void whatIsMoreThanADialStringIsRefused(String endpoint) {
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> trunk(Map.of("PARLEY_ASTERISK_TRUNK_ENDPOINT", endpoint)));
    assertTrue(String.valueOf(refused.getMessage()).contains("PARLEY_ASTERISK_TRUNK_ENDPOINT"));
  }
}
