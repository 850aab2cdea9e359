package parley.dialogue.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.call.Priority;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.ending.Calls;
import parley.dialogue.escalation.Condition;
import parley.dialogue.escalation.Condition.Counted;
import parley.dialogue.escalation.Rule;
import parley.dialogue.escalation.Rules;

/// Which rules would fire in stored conversations.
class RuleTrialTest {

  private static final DialogueParts PARTS = Shipped.parts();

  private static List<Fired> over(Rules rules, Calls calls) {
    DialogueParts.Language english = PARTS.language("en");
    return new RuleTrial(
            rules,
            PARTS.knowledge(),
            _ ->
                new TrialTools(
                    english.understanding(),
                    english.moods(),
                    0.4,
                    Duration.ofSeconds(7),
                    ZoneOffset.UTC,
                    "GB"))
        .over(calls.ended(Outcome.COMPLETED));
  }

  private static List<Fired> over(Calls calls) {
    return over(PARTS.rules(), calls);
  }

  private static Rules only(Condition condition) {
    return new Rules(
        List.of(new Rule("tried", 1, true, condition, "", "", Priority.LOW, "", false)));
  }

  @Test
  void threeFailuresInARowFireAtTheThird() {
    List<Fired> fired =
        over(
            new Calls()
                .customer("the blue one the other one", "not-understood")
                .customer("i forgot my password", "forgot-password")
                .customer("no the other thing", "not-understood")
                .customer("the thing with the lid", "not-understood")
                .customer("hello", "backchannel")
                .customer("is that so hard", "not-understood"));

    assertEquals(1, fired.size());
    assertEquals("three-failures", fired.getFirst().rule().id());
    assertEquals(6, fired.getFirst().turn());
    assertEquals("failures 3 (at least 3)", fired.getFirst().why());
    assertEquals("", fired.getFirst().loggedRule());
  }

  @Test
  void whatFiredThenIsSaidBesideWhatWouldFireNow() {
    List<Fired> fired =
        over(new Calls().rule("i will sue you my card was stolen", "not-understood", "fraud"));

    assertEquals("fraud", fired.getFirst().rule().id());
    assertEquals("fraud", fired.getFirst().loggedRule());
    assertEquals("said \"card was stolen\"", fired.getFirst().why());
  }

  @Test
  void eachRuleFiresOnceAndTheOthersAreToldAsIfItHadGoneOn() {
    List<Fired> fired =
        over(
            new Calls()
                .customer("there is fraud on my account", "not-understood")
                .customer("fraud i said", "not-understood")
                .customer("i will sue you", "not-understood"));

    assertEquals(
        List.of("fraud", "legal-threat"), fired.stream().map(one -> one.rule().id()).toList());
  }

  @Test
  void silencesAreToldFromThePauseBeforeParleySpoke() {
    Calls calls =
        new Calls().parley("Hello.").pause(8).parley("Are you still there?").pause(8).parley("?");

    assertEquals(3, over(only(new Condition.AtLeast(Counted.SILENCE, 2)), calls).getFirst().turn());
    assertEquals(List.of(), over(only(new Condition.AtLeast(Counted.SILENCE, 3)), calls));
  }

  @Test
  void amountsAndKnowledgeOfStoredTurnsAreSeen() {
    Calls calls =
        new Calls()
            .customer("hello", "backchannel")
            .customer("you took six hundred euros from my account", "charged-twice");

    assertEquals(2, over(only(new Condition.AmountFrom(500)), calls).getFirst().turn());
    assertEquals(List.of(), over(only(new Condition.AmountFrom(700)), calls));
  }

  @Test
  void wordsThatNobodyLookedAtThenAreNotLookedAt() {
    assertEquals(List.of(), over(new Calls().customer("fraud fraud", "while-handing-over")));
  }

  @Test
  void noWordOfTheCustomerIsToldBesideThoseOfTheRule() {
    String told =
        over(new Calls().customer("priya here my lawyer will call", "not-understood")).toString();

    assertTrue(told.contains("my lawyer"), told);
    assertFalse(told.contains("priya"), told);
  }
}
