package parley.dialogue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.Conversation;
import parley.dialogue.conversation.ConversationAction.Say;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.conversation.Step;
import parley.dialogue.knowledge.KnowledgeEntry;

/// The shipped documents beside the shipped entries, with the real model of sentences.
class DocumentsInConversationTest {

  private static DialogueParts parts;
  private static Conversation conversation;

  @BeforeAll
  static void load() {
    parts = Shipped.byMeaning();
    conversation = parts.language("en").conversation();
  }

  private static ConversationState greeted() {
    return conversation
        .step(
            ConversationState.NEW,
            new ConversationEvent.Started(
                PhoneNumber.UNKNOWN,
                "en",
                "",
                "",
                ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC)))
        .state();
  }

  private static Step said(ConversationState state, String words) {
    return conversation.step(
        state, new ConversationEvent.CallerSaid(new Spoken(words), new Confidence(0.9)));
  }

  private static List<Say> says(Step step) {
    return step.actions().stream().filter(Say.class::isInstance).map(Say.class::cast).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "where can i throw away empty batteries, returns-policy.html#batteries-and-old-devices, shop",
    "can i return underwear that i have opened, returns-policy.html#what-cannot-be-sent-back, swimwear",
    "how long can my parcel stay in the locker, delivery-terms.md#parcel-lockers, five days",
    "do my points run out at some time, bonus-points.txt#how-long-points-are-good, two years",
  })
  void aPassageAnswersWithItsSentencesAndIsCited(String words, String passage, String answer) {
    Step step = said(greeted(), words);
    if (says(step).getFirst().citations().isEmpty()) {
      step = said(step.state(), "yes");
    }
    Say say = says(step).getFirst();
    assertEquals(passage, Passage.idOf(say.citations().getFirst()), say.toString());
    String spoken = say.words().text();
    assertTrue(spoken.contains(answer), spoken);
    assertTrue(spoken.length() <= Sentences.LONGEST, spoken);
    assertEquals(spoken, parts.documents().find(say.citations().getFirst()).orElseThrow().answer());
  }

  @Test
  void noWordingOfAnEntryIsAnsweredByADocument() {
    EntriesFirst search = new EntriesFirst(parts.live().in("en"), parts.documents(), "en");
    List<String> displaced =
        parts.knowledge().entries().stream()
            .flatMap(KnowledgeEntry::variants)
            .filter(
                words -> !search.search(words, 3).equals(parts.live().in("en").search(words, 3)))
            .toList();
    assertEquals(List.of(), displaced);
  }

  @Test
  void documentsOfAnotherLanguageAreNotFound() {
    assertTrue(
        parts.documents().search("parcel locker", 3, "en").stream()
            .allMatch(found -> found.entry().standing().language().isEmpty()));
  }
}
