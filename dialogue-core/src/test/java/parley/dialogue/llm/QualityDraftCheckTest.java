package parley.dialogue.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Spoken;
import parley.dialogue.quality.Channel;
import parley.dialogue.quality.QualityCheck;
import parley.dialogue.quality.Source;

/// Which sentences of a language model are said.
class QualityDraftCheckTest {
  private static final Inquiry INQUIRY =
      new Inquiry(
          Channel.VOICE,
          "en",
          List.of(Source.knowledge("refund-time", "A refund takes five working days.")),
          List.of(
              Turn.parley("What can I do for you?"),
              Turn.customer("i sent back order four seven one one when do i get my money")),
          "",
          List.of());

  private final DraftCheck check = new QualityDraftCheck(QualityCheck.usual());

  private Optional<String> objection(String text, String... before) {
    return check.objection(
        sentence(text),
        List.of(before).stream().map(QualityDraftCheckTest::sentence).toList(),
        INQUIRY);
  }

  private static Sentence sentence(String text) {
    return new Sentence(new Spoken(text), List.of());
  }

  @Test
  void whatSourcesAndTheCustomerSaidMayBeSaid() {
    assertEquals(Optional.empty(), objection("You get the refund within 5 working days."));
    assertEquals(Optional.empty(), objection("It is for your order 4711."));
  }

  @Test
  void whatIsFromNowhereIsNotSaid() {
    assertEquals(
        Optional.of("ungrounded-number"), objection("You get the refund within 3 working days."));
    assertEquals(Optional.of("ungrounded-amount"), objection("We send you $25 more."));
  }

  @Test
  void theWholeAnswerIsHeldToTheLengthOfSpeech() {
    String long20 = "It is on its way to you now and we are sorry that you have to wait for it. ";
    assertEquals(Optional.empty(), objection(long20, long20));
    assertEquals(Optional.of("long-reply"), objection(long20, long20, long20, long20, long20));
  }
}
