package parley.dialogue.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.intents.TestVectors;
import parley.dialogue.knowledge.KnowledgeEntry;

/// Duplicates and contradictions, by the real model of sentences and by words.
class ConsistencyCheckTest {

  private static final ConsistencyCheck BY_MEANING =
      new ConsistencyCheck(Optional.of(TestVectors.SHARED));
  private static final ConsistencyCheck BY_WORDS = new ConsistencyCheck(Optional.empty());

  private static Statement entry(String id, String question, String answer) {
    return Statement.of(
        new KnowledgeEntry(id, "test", question, List.of(), List.of(), answer), id + ".yaml:3");
  }

  private static List<Finding> found(ConsistencyCheck check, String answer, String other) {
    return check.findings(
        List.of(
            entry("one", "Where is the ice rink?", answer),
            entry("other", "How do I renew my passport?", other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "You can send things back within thirty days.;You can send things back within 14 days.;30 day and 14 day",
        "Shipping costs four euros.;The shipping costs are 5 euros.;4.00 EUR and 5.00 EUR",
        "We open at eight in the morning.;We open at nine in the morning.;08:00 and 09:00",
        "You can pay in cash at the desk.;You cannot pay in cash at the desk.;yes and no",
      })
  void theSameSaidWithOtherFiguresIsPointedOut(String one, String other, String about) {
    List<Finding> findings = found(BY_MEANING, one, other);
    assertEquals(1, findings.size(), findings.toString());
    Finding.Contradiction found = (Finding.Contradiction) findings.getFirst();
    assertEquals(about, found.about());
    assertEquals("one.yaml:3", found.one().place());
    assertEquals("other.yaml:3", found.other().place());
    assertEquals(one, found.sentence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "You can send things back within thirty days.;You can send things back within 30 days.",
        "Shipping costs four euros.;Points are good for two years.",
        "A refund takes two days.;A taxi to the airport costs forty euros.",
        "You can pay in cash at the desk.;Dogs are not allowed in the pool.",
      })
  void whatAgreesOrIsAboutOtherThingsIsNot(String one, String other) {
    assertEquals(List.of(), found(BY_MEANING, one, other));
    assertEquals(List.of(), found(BY_WORDS, one, other));
  }

  @Test
  void withoutAModelWordsInCommonTell() {
    List<Finding> findings =
        found(BY_WORDS, "Shipping costs four euros.", "Shipping costs six euros.");
    assertTrue(findings.getFirst() instanceof Finding.Contradiction, findings.toString());
  }

  @Test
  void entriesThatAreAskedForInTheSameWordsArePointedOut() {
    for (ConsistencyCheck check : List.of(BY_MEANING, BY_WORDS)) {
      List<Finding> findings =
          check.findings(
              List.of(
                  entry("one", "How do I cancel my order?", "In the app."),
                  entry("other", "how can i cancel my order", "Call us."),
                  entry("third", "Where is the ice rink?", "Downtown.")));
      assertEquals(1, findings.size(), findings.toString());
      assertTrue(findings.getFirst() instanceof Finding.Duplicate, findings.toString());
    }
  }

  @Test
  void amongThousandsTheFewAreFound() {
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      statements.add(
          entry(
              "entry-" + i, "Where is hall h" + i + "x?", "Hall h" + i + "x lies at p" + i + "y."));
    }
    statements.set(17, entry("one", "How do I cancel my order?", "Shipping costs four euros."));
    statements.set(2_900, entry("other", "how can i cancel my order", "Shipping costs six euros."));
    List<Finding> findings = BY_WORDS.findings(statements);
    assertEquals(2, findings.size(), findings.toString());
    assertTrue(findings.getFirst() instanceof Finding.Duplicate, findings.toString());
    assertTrue(findings.getLast() instanceof Finding.Contradiction, findings.toString());
    assertEquals("other", findings.getLast().other().id());
  }
}
