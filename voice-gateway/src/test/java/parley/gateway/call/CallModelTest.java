package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.call.CallHarness.listen;
import static parley.gateway.call.CallHarness.say;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.Turn;
import parley.dialogue.llm.chat.FailureReason;
import parley.dialogue.log.LogEntry;
import parley.dialogue.quality.Channel;

/// What the call's thread makes of a language model: it is asked beside the call, spoken as it
/// streams, and left when the caller goes on or hangs up.
class CallModelTest {

  private static final ConversationAction WAIT =
      new ConversationAction.Wait(Duration.ofSeconds(45));

  private static List<ConversationAction> asking(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Started _ -> List.of(say("hello"), listen());
      case ConversationEvent.CallerSaid(var words, _) ->
          words.text().equals("stop")
              ? List.of(new ConversationAction.LeaveModel(3), say("very well"), listen())
              : List.of(ask(), WAIT);
      case ConversationEvent.ModelSaid(_, var sentence) ->
          List.of(new ConversationAction.Say(sentence.words(), true, sentence.citations()), WAIT);
      case ConversationEvent.ModelEnded(_, Answer.Failed _) -> List.of(say("my own"), listen());
      case ConversationEvent.ModelEnded _ -> List.of(listen());
      default -> List.of();
    };
  }

  private static ConversationAction ask() {
    return new ConversationAction.AskModel(
        3,
        new Inquiry(
            Channel.VOICE, "en", List.of(), List.of(Turn.customer("boats")), "", List.of()));
  }

  private static CallHarness asked() {
    return new CallHarness(CallModelTest::asking)
        .begin()
        .callerSilent(1_000)
        .callerSays("do you have boats");
  }

  @Test
  void sentencesAreSpokenWhileTheRestIsMade() {
    CallHarness call = asked().modelSays("We have two.").callerSilent(2_000);

    assertEquals("PARLEY: We have two.", call.transcript().getLast());
    assertTrue(call.model.isAsked());
    call.modelSays("Both are white.").callerSilent(2_000);
    assertEquals("PARLEY: Both are white.", call.transcript().getLast());
    assertEquals(List.of("source"), call.turns().getLast().citations());
    call.modelEnds(new Answer.Answered(List.of(), List.of()));
    assertFalse(call.ledger.holds("language model answer 3"));
  }

  @Test
  void aFailureIsAnsweredWithoutIt() {
    CallHarness call =
        asked()
            .modelEnds(new Answer.Failed(FailureReason.TIMED_OUT, "no first token", List.of()))
            .callerSilent(2_000);

    assertEquals("PARLEY: my own", call.transcript().getLast());
    LogEntry.Audited audited =
        call.log.stream()
            .filter(LogEntry.Audited.class::isInstance)
            .map(LogEntry.Audited.class::cast)
            .filter(entry -> entry.what().equals("model-asked"))
            .findFirst()
            .orElseThrow();
    assertEquals("TIMED_OUT: no first token", audited.details().get("result"));
  }

  @Test
  void aCallerWhoGoesOnLeavesIt() {
    CallHarness call = asked().callerSays("stop");

    assertEquals(1, call.model.cancelled());
    call.tell(
        new CallEvent.ModelSaid(
            3,
            new parley.dialogue.llm.Sentence(new parley.dialogue.call.Spoken("Late."), List.of())));
    assertEquals("PARLEY: very well", call.callerSilent(2_000).transcript().getLast());
  }

  @Test
  void aCallerWhoHangsUpLeavesNothingBehind() {
    for (long leaveAt = 0; leaveAt < 2_000; leaveAt += 100) {
      CallHarness call = asked().modelSays("We have two boats on the river.").callerSilent(leaveAt);
      call.tell(new CallEvent.CallerGone(16, ""));

      assertTrue(call.isOver());
      assertFalse(call.model.isAsked(), "left after " + leaveAt + " ms");
    }
  }
}
