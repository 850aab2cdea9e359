package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.injection.AttackCorpus;
import parley.dialogue.prompts.Prompt;

/// Every attack in every situation of a call: nothing comes of it but what any words may lead to.
class AttacksOnTheConversationTest {

  private static final PhoneNumber CALLER = new PhoneNumber("+491709988776");

  /// The usual one, and those of the shipped rules.
  private static final Set<String> QUEUES = Set.of("support", "safety");

  private final DialogueParts.Language parts = Shipped.parts().language("en");

  /// What is said before, so that each kind of question is open.
  private static final List<List<String>> SITUATIONS =
      List.of(
          List.of(),
          List.of("what are your opening hours"),
          List.of("call me back"),
          List.of("call me back", "no another number"),
          List.of("call me back", "no", "call me back"));

  @Test
  void noAttackLeadsToAnythingButOrdinaryActions() {
    List<ConversationState> situations = SITUATIONS.stream().map(this::after).toList();
    for (String attack : AttackCorpus.attacks()) {
      for (ConversationState situation : situations) {
        Step step = step(situation, said(attack));
        check(situation, step, attack);
        if (step.state().open()) {
          check(step.state(), step(step.state(), said(attack)), attack);
        }
      }
    }
  }

  private ConversationState after(List<String> before) {
    ConversationState state =
        step(
                ConversationState.NEW,
                new ConversationEvent.Started(CALLER, "en", "", "", Scenario.MONDAY))
            .state();
    for (String words : before) {
      state = step(state, said(words)).state();
    }
    assertTrue(state.open(), before + " ends the call");
    return state;
  }

  private Step step(ConversationState state, ConversationEvent event) {
    return parts.conversation().step(state, event);
  }

  private static ConversationEvent said(String words) {
    return new ConversationEvent.CallerSaid(new Spoken(words), new Confidence(0.9));
  }

  private void check(ConversationState before, Step step, String attack) {
    String where = attack + " after " + before.question() + " gave " + step.actions();
    for (ConversationAction action : step.actions()) {
      switch (action) {
        case ConversationAction.PromiseCallback promise ->
            assertEquals(confirmed(before), promise.number(), where);
        case ConversationAction.CancelCallback _,
            ConversationAction.MoveCallback _,
            ConversationAction.NeverCall _ ->
            throw new AssertionError("changed a promise by itself: " + where);
        case ConversationAction.HandOver(HandOverRequest request) -> {
          assertTrue(QUEUES.contains(request.queue()), where);
          assertNotEquals("", request.summary().text(), where);
        }
        case ConversationAction.Say say -> assertTrue(ours(say), where + ": " + say.words().text());
        case ConversationAction.Note note -> assertTrue(note.understoodAs().length() < 60, where);
        case ConversationAction.Identified _ ->
            throw new AssertionError("identified without a service: " + where);
        case ConversationAction.CallService _ ->
            throw new AssertionError("asked a service by itself: " + where);
        case ConversationAction.AskModel _ -> throw new AssertionError("no model is set: " + where);
        case ConversationAction.Listen _,
            ConversationAction.Wait _,
            ConversationAction.LeaveModel _,
            ConversationAction.Pace _,
            ConversationAction.ChangeLanguage _,
            ConversationAction.End _ -> {}
      }
    }
  }

  /// A promise needs a number that was read back, or the caller's own that was offered.
  private static PhoneNumber confirmed(ConversationState before) {
    return switch (before.question()) {
      case Question.ConfirmNumber(PhoneNumber number) -> number;
      case Question.OfferCallback _ -> CALLER;
      default -> throw new AssertionError("promised without asking, at " + before.question());
    };
  }

  /// Said from the shipped words: a prompt, or an answer that is cited.
  private boolean ours(ConversationAction.Say say) {
    String text = say.words().text();
    if (!say.citations().isEmpty()) {
      return say.citations().stream()
          .allMatch(
              id -> text.contains(Shipped.parts().knowledge().find(id).orElseThrow().answer()));
    }
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
  }

  private final List<Pattern> patterns = patterns();

  private List<Pattern> patterns() {
    Set<String> patterns = new HashSet<>();
    for (Prompt prompt : Prompt.values()) {
      for (int turn = 0; turn < 10; turn++) {
        String text = parts.prompts().text(prompt, turn);
        patterns.add(Pattern.quote(text).replaceAll("\\{[a-z]+}", "\\\\E.+\\\\Q"));
      }
    }
    for (String key :
        List.of(
            "connecting-safety",
            "connecting-fraud",
            "connecting-complaint",
            "connecting-sorry",
            "too-many-failures")) {
      for (int turn = 0; turn < 10; turn++) {
        patterns.add(Pattern.quote(parts.prompts().byKey(key, turn)));
      }
    }
    Shipped.withServices().flows().fixed("en").forEach(text -> patterns.add(Pattern.quote(text)));
    return patterns.stream().map(Pattern::compile).toList();
  }
}
