package parley.server.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CallersSentenceTest {

  @Test
  void wordsWithoutAMarkAtTheirEndGetAFullStop() {
    assertEquals("look up my order.", CallersSentence.of(" look up my order "));
    assertEquals("order 4711.", CallersSentence.of("order 4711"));
  }

  @Test
  void whatHasAMarkOrNoWordStaysAsItIs() {
    assertEquals("When are you open?", CallersSentence.of("When are you open?"));
    assertEquals("Wait!", CallersSentence.of("Wait!"));
    assertEquals("", CallersSentence.of(""));
  }
}
