package parley.server.eval.intents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.speech.adapt.SoundAlikes;

/// What a recognizer may make of a message.
class MishearingTest {
  private static final SoundAlikes ALIKES =
      SoundAlikes.in(Path.of("../speech/models/en-telephone"));
  private static final String ASKED = "Where is the parcel that I ordered two weeks ago?";

  @Test
  void wordsThatSoundAlikeAreNearest() {
    List<String> near = ALIKES.of("three").stream().map(SoundAlikes.Alike::word).limit(4).toList();
    assertTrue(near.contains("free"), near.toString());
    assertEquals(List.of(), ALIKES.of("xyzzy"));
  }

  @Test
  void withoutErrorsOnlyLookChanges() {
    Mishearing line = new Mishearing(ALIKES, 0);
    assertEquals("where is the parcel that i ordered two weeks ago", line.heard(ASKED));
    assertEquals(0, line.wordErrorRate());
    assertEquals("", line.heard("?! 😀"));
  }

  @Test
  void theSameErrorsAreMadeEachTime() {
    Mishearing one = new Mishearing(ALIKES, 0.3);
    Mishearing other = new Mishearing(ALIKES, 0.3);
    for (int i = 0; i < 200; i++) {
      assertEquals(one.heard(ASKED), other.heard(ASKED));
    }
    assertNotEquals(one.heard(ASKED), one.heard(ASKED));
    assertEquals(0.3, one.wordErrorRate(), 0.04);
  }
}
