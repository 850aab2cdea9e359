package parley.dialogue.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealingTest {
  private static final String WORDS = "my card is 4111 1111 1111 1111, Grüße 商店";
  private static final String OLD = named("may");
  private static final String NEW = named("june");

  private static String named(String name) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return name + ":" + Base64.getEncoder().encodeToString(key);
  }

  private static Sealing sealing(String keys) {
    return KeyRing.of(keys, new SecureRandom());
  }

  @Test
  void whatIsSealedIsReadAgainWithTheKey() {
    String sealed = sealing(OLD).seal(WORDS, "call 1, turn 2");
    assertEquals(WORDS, sealing(OLD).open(sealed, "call 1, turn 2"));
    assertFalse(sealed.contains("4111"));
    assertNotEquals(sealed, sealing(OLD).seal(WORDS, "call 1, turn 2"));
  }

  @Test
  void aKeyIsChangedAndWhatWasSealedBeforeStaysReadable() {
    String before = sealing(OLD).seal(WORDS, "call 1, turn 2");
    Sealing both = sealing(NEW + ", " + OLD);
    String after = both.seal(WORDS, "call 1, turn 2");
    assertTrue(after.startsWith("june:"), after);
    assertEquals(WORDS, both.open(before, "call 1, turn 2"));
    assertEquals(WORDS, sealing(NEW).open(after, "call 1, turn 2"));
    SealBrokenException gone =
        assertThrows(SealBrokenException.class, () -> sealing(NEW).open(before, "call 1, turn 2"));
    assertTrue(String.valueOf(gone.getMessage()).contains("\"may\""));
  }

  @Test
  void nobodyElseReadsMovesOrChangesIt() {
    Sealing sealing = sealing(OLD);
    String sealed = sealing.seal(WORDS, "call 1, turn 2");
    int at = sealed.length() / 2;
    String changed =
        sealed.substring(0, at) + (sealed.charAt(at) == 'A' ? 'B' : 'A') + sealed.substring(at + 1);
    for (String wrong : List.of(changed, "may:v1:", "may:v1:AAAA", "may:v1:?", "", WORDS)) {
      SealBrokenException broken =
          assertThrows(SealBrokenException.class, () -> sealing.open(wrong, "call 1, turn 2"));
      assertFalse(String.valueOf(broken.getMessage()).contains("4111"));
    }
    assertThrows(SealBrokenException.class, () -> sealing.open(sealed, "call 1, turn 3"));
    assertThrows(
        SealBrokenException.class, () -> sealing(named("may")).open(sealed, "call 1, turn 2"));
  }

  @Test
  void aBadKeyIsOneSentenceWithoutTheKey() {
    for (String bad : List.of("c2VjcmV0", "", "may:c2VjcmV0", "may:!secret!", OLD + "," + OLD)) {
      SealBrokenException wrong = assertThrows(SealBrokenException.class, () -> sealing(bad));
      String sentence = String.valueOf(wrong.getMessage());
      assertTrue(sentence.contains("privacy.key"), sentence);
      assertFalse(sentence.contains("ecret!") || sentence.contains("c2VjcmV0"), sentence);
    }
  }
}
