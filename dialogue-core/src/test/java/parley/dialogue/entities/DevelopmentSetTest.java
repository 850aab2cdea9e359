package parley.dialogue.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevelopmentSetTest {

  @Test
  void everyMessageOfTheDevelopmentSetIsReadAsItIsMeant() throws IOException {
    List<Case> cases = Case.read("development.tsv");
    assertEquals(
        cases.stream().map(c -> c.text() + " => " + c.expected()).toList(),
        cases.stream().map(c -> c.text() + " => " + c.found()).toList());
  }
}
