package parley.server.eval.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordErrorsTest {

  private static int errors(String said, String heard) {
    return WordErrors.between(TestSet.words(said), TestSet.words(heard)).errors();
  }

  @Test
  void sameWordsHaveNoError() {
    assertEquals(0, errors("Where is my order?", "where is my order"));
    assertEquals(0, errors("", ""));
  }

  @Test
  void aWordLeftOutPutInOrReplacedIsOneError() {
    assertEquals(1, errors("where is my order", "where my order"));
    assertEquals(1, errors("where is my order", "where is all my order"));
    assertEquals(1, errors("where is my order", "where is my mother"));
  }

  @Test
  void nothingHeardIsAsManyErrorsAsWords() {
    assertEquals(4, errors("where is my order", ""));
    assertEquals(2, errors("", "oh no"));
  }

  @Test
  void ordersOfWordsCount() {
    assertEquals(2, errors("one two three", "three one two"));
  }
}
