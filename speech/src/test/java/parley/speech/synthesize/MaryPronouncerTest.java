package parley.speech.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaryPronouncerTest {
  private final MaryPronouncer pronouncer = new MaryPronouncer();

  @Test
  void wordsOfItsLexiconAndWordsByRule() {
    assertEquals("K AO L B AE K", spoken("callback"));
    assertEquals("CH AY L D", spoken("child"));
    assertEquals("Z AO R B IH F L EH K S", spoken("zorbiflex"));
  }

  @Test
  void whatIsNoWordHasNone() {
    assertEquals(Optional.empty(), pronouncer.phones("!"));
  }

  private String spoken(String word) {
    return String.join(" ", pronouncer.phones(word).orElse(List.of()));
  }
}
