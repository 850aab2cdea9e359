package parley.server.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.SettingsLoader;

/// `./parley doctor` says what is kept of people's words, and what is wrong with the key.
class PrivacyChecksTest {

  private static final String KEY = "may:" + Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir Path home;

  private Finding finding(String keep, String key) {
    Map<String, String> set =
        Map.of("PARLEY_PRIVACY_KEEP_ORIGINALS", keep, "PARLEY_PRIVACY_KEY", key);
    return PrivacyChecks.privacy(SettingsLoader.load(home, set, java.util.List.of()).settings())
        .getFirst();
  }

  @Test
  void aKeyOfTheRightFormIsFine() {
    assertEquals(Finding.Level.OK, finding("encrypted", KEY).level());
    assertEquals(Finding.Level.OK, finding("none", KEY + ",april:" + KEY.substring(4)).level());
  }

  @Test
  void wordsThatAreKeptAsTheyAreAreWarnedOf() {
    assertEquals(Finding.Level.WARN, finding("plain", KEY).level());
  }

  @Test
  void whatIsWrongWithTheKeyIsToldWithoutTheKey() {
    Finding nameless = finding("encrypted", KEY.substring(4));
    assertEquals(Finding.Level.FAIL, nameless.level());
    assertTrue(nameless.text().contains("has no name: expected NAME:KEY"), nameless.text());

    Finding few = finding("encrypted", "may:c2VjcmV0");
    assertEquals(Finding.Level.FAIL, few.level());
    assertTrue(few.text().contains("32 bytes in Base64"), few.text());
    assertFalse(few.toString().contains("c2VjcmV0"), few.toString());

    Finding twice = finding("none", KEY + "," + KEY);
    assertTrue(twice.text().contains("Two keys in privacy.key are named may"), twice.text());
  }
}
