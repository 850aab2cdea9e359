package parley.mail.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;

/// How a reply names what it rests on.
class NamedSourcesTest {

  private static final NamedSources NAMED =
      new NamedSources(() ->
          new KnowledgeBase(
              List.of(
                  new KnowledgeEntry(
                      "hours", "shop", "When are you open?", List.of(), List.of(), "From nine."))));

  @Test
  void anEntryByItsQuestionAndADocumentByItsFile() {
    assertEquals("When are you open?", NAMED.apply("hours"));
    assertEquals("returns.html", NAMED.apply("returns.html#who-pays/2-3"));
  }
}
