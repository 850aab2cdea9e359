package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Key;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.Outbound;
import parley.dialogue.memory.Earlier;
import parley.dialogue.quality.Channel;
import parley.dialogue.services.ServiceResult;

/// What must hold after any events in any order.
class InvariantsTest {

  private static final int STEPS = 10_000;
  private static final int FEWER_STEPS = 2_000;
  private static final long SEED = 20_260_101L;
  private static final List<String> UTTERANCES =
      List.of(
          "",
          "yes",
          "no",
          "yes please",
          "no thank you",
          "person",
          "repeat",
          "wait",
          "goodbye",
          "help",
          "cancel",
          "thank you",
          "call me back",
          "call me tomorrow after four",
          "no after five",
          "on sunday",
          "another number",
          "i am in new york",
          "wrong number",
          "when will you call me",
          "please cancel my call back",
          "okay",
          "the first one",
          "second",
          "double five oh twenty two seven three",
          "one two",
          "where is my order",
          "my order",
          "this is ridiculous",
          "i had an accident",
          "someone stole my card",
          "blue cheese",
          "slower",
          "i do not want to talk to a person",
          "cancel my taxi",
          "  ",
          "?!",
          "mhm",
          "look up my order",
          "change my appointment",
          "my last payment",
          "hours for a certain day",
          "one two three four five six",
          "one two three four",
          "tomorrow at half past three",
          "next saturday",
          "yes and no");

  private static final Map<String, Spoken> ANSWER =
      Map.of(
          "state", new Spoken("open"),
          "arrives", new Spoken("2026-03-05"),
          "amount", new Spoken("49.90"),
          "customer", new Spoken("123456"),
          "id", new Spoken("417"),
          "when", new Spoken("2026-03-05T15:30"));

  private int calls;
  private final Random random = new Random(SEED);

  @Test
  void everyStepLeavesTheCallInGoodHands() {
    Ended all = play(Shipped.withServices().language("en").conversation(), STEPS);
    assertTrue(all.calls() > 100, "only " + all.calls() + " calls ended");
    assertTrue(all.flows() > 100, "only " + all.flows() + " flows ended");
  }

  @Test
  void soDoesEveryStepWhereCallsArePromisedWithAnHour() {
    Ended all = play(CallbackScene.withHours(), FEWER_STEPS);
    assertTrue(all.calls() > 20, "only " + all.calls() + " calls ended");
  }

  /// How many calls and flows came to their end.
  private record Ended(int calls, int flows) {}

  private Ended play(Conversation conversation, int steps) {
    ConversationState state = ConversationState.NEW;
    int ended = 0;
    int flows = 0;
    for (int i = 0; i < steps; i++) {
      ConversationEvent event = state.phase() == ConversationState.Phase.NEW ? started() : any();
      ConversationState before = state;
      Step step = conversation.step(state, event);
      check(state, event, step);
      assertEquals(step, conversation.step(state, event), "not a pure function");
      state = step.state();
      calls = state.flows().calls();
      flows += before.flows().running() && !state.flows().running() ? 1 : 0;
      if (state.phase() == ConversationState.Phase.ENDED) {
        assertEquals(List.of(), conversation.step(state, any()).actions());
        state = ConversationState.NEW;
        ended++;
      }
    }
    return new Ended(ended, flows);
  }

  private static void check(ConversationState before, ConversationEvent event, Step step) {
    String where = before + " on " + event + " gave " + step.actions();
    for (ConversationAction action : step.actions()) {
      if (action instanceof ConversationAction.Say say) {
        assertFalse(say.words().isEmpty(), where);
        assertFalse(say.words().text().contains("{"), where);
      }
      if (action instanceof ConversationAction.HandOver handOver) {
        assertFalse(handOver.request().queue().isEmpty(), where);
        assertFalse(handOver.request().summary().isEmpty(), where);
      }
    }
    long lasts = step.actions().stream().filter(InvariantsTest::endsTheStep).count();
    switch (step.state().phase()) {
      case OPEN -> assertTrue(lasts == 1 && endsTheStep(step.actions().getLast()), where);
      case HANDING_OVER, ENDED ->
          assertTrue(
              step.actions().isEmpty() || (lasts == 1 && endsTheStep(step.actions().getLast())),
              where);
      case NEW -> assertTrue(step.actions().isEmpty(), where);
    }
  }

  private static boolean endsTheStep(ConversationAction action) {
    return switch (action) {
      case ConversationAction.Listen _,
          ConversationAction.Wait _,
          ConversationAction.HandOver _,
          ConversationAction.End _ ->
          true;
      case ConversationAction.Say _,
          ConversationAction.PromiseCallback _,
          ConversationAction.CancelCallback _,
          ConversationAction.MoveCallback _,
          ConversationAction.NeverCall _,
          ConversationAction.CallService _,
          ConversationAction.AskModel _,
          ConversationAction.LeaveModel _,
          ConversationAction.Pace _,
          ConversationAction.ChangeLanguage _,
          ConversationAction.Identified _,
          ConversationAction.Note _ ->
          false;
    };
  }

  private ConversationEvent started() {
    return new ConversationEvent.Started(
        pick(
            List.of(PhoneNumber.UNKNOWN, new PhoneNumber("+49170123456"), new PhoneNumber("anna"))),
        "en",
        pick(List.of("", "sales")),
        pick(
            List.of(
                "", "", "", "person", "callback", "nonsense", "order-status", "payment-status")),
        ZonedDateTime.parse("2026-03-02T09:00Z"),
        Channel.VOICE,
        Set.of(),
        Earlier.NONE,
        random.nextInt(4) == 0
            ? Optional.of(
                new Outbound(
                    CallbackScene.PROMISE,
                    "The caller said: my order.",
                    Optional.empty(),
                    Optional.empty()))
            : Optional.empty());
  }

  private ConversationEvent any() {
    return switch (random.nextInt(15)) {
      case 0 ->
          new ConversationEvent.CallerPressed(new Key("0123456789*#AD".charAt(random.nextInt(14))));
      case 1 -> new ConversationEvent.KeysEnded();
      case 2 -> new ConversationEvent.CallerSilent(1 + random.nextInt(3));
      case 3 -> new ConversationEvent.PromptHeard();
      case 4 -> new ConversationEvent.PromptInterrupted(new Spoken(pick(UTTERANCES)));
      case 5 -> new ConversationEvent.HandOverEnded(pick(List.of(HandOverResult.values())));
      case 6 ->
          random.nextInt(8) == 0
              ? new ConversationEvent.PartFailed(pick(List.of(ConversationEvent.Part.values())))
              : started();
      case 7, 8 -> service();
      default ->
          new ConversationEvent.CallerSaid(
              new Spoken(pick(UTTERANCES)), new Confidence(random.nextDouble()));
    };
  }

  private ConversationEvent service() {
    int id = Math.max(0, calls - random.nextInt(2));
    ServiceResult result =
        switch (random.nextInt(6)) {
          case 0 -> new ServiceResult.NotFound();
          case 1 -> new ServiceResult.Refused(pick(List.of("", "taken", "closed")));
          case 2 -> new ServiceResult.Failed();
          case 3 -> new ServiceResult.Found(Map.of("state", new Spoken("{pin} <x>")));
          default -> new ServiceResult.Found(ANSWER);
        };
    return random.nextInt(5) == 0
        ? new ConversationEvent.ServiceSlow(id)
        : new ConversationEvent.ServiceAnswered(id, result);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
