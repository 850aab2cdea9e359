package parley.callback.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.callback.followup.FollowUpRule.Reach;
import parley.config.CallbackSettings.FollowUps;
import parley.config.CallbackSettings.Way;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;

class FollowUpRuleTest {

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final PhoneNumber NUMBER = new PhoneNumber("+4989555019");
  private static final Reach BOTH = new Reach(Optional.of(NUMBER), Optional.of("a@b.example"));
  private static final Reach PHONE = new Reach(Optional.of(NUMBER), Optional.empty());
  private static final Reach NONE = new Reach(Optional.empty(), Optional.empty());

  private final FollowUpRule rule = new FollowUpRule(new FollowUps(Way.MAIL, Way.CALL));

  private static FollowUp open(FollowUp.Kind kind, Instant due) {
    return new FollowUp(
        UUID.nameUUIDFromBytes(kind.name().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        kind,
        due,
        new Spoken("an order"));
  }

  @Test
  void eachKindGoesItsWayInOrderOfTheDueDates() {
    FollowUp repair = open(FollowUp.Kind.REPAIR, NOON.plusSeconds(60));
    FollowUp answer = open(FollowUp.Kind.ANSWER, NOON);
    Conclusion left = conclusion(false, repair, answer);

    Map<FollowUp, FollowUpStep> steps = rule.steps(left, BOTH);

    assertEquals(List.of(answer, repair), List.copyOf(steps.keySet()));
    assertEquals(new FollowUpStep.Mail("a@b.example", NOON), steps.get(answer));
    assertEquals(new FollowUpStep.Call(NUMBER, NOON.plusSeconds(60)), steps.get(repair));
  }

  @Test
  void whatWasResolvedIsLeftAlone() {
    assertEquals(Map.of(), rule.steps(conclusion(true, open(FollowUp.Kind.ANSWER, NOON)), BOTH));
  }

  @Test
  void theOtherWayIsTakenWhereOneIsMissingAndAPersonWhereBothAre() {
    FollowUp answer = open(FollowUp.Kind.ANSWER, NOON);

    assertEquals(new FollowUpStep.Call(NUMBER, NOON), rule.step(answer, PHONE));
    assertEquals(new FollowUpStep.Person(), rule.step(answer, NONE));
  }

  @Test
  void aPromisedCallSeesToItself() {
    assertEquals(new FollowUpStep.Promised(), rule.step(open(FollowUp.Kind.CALL_BACK, NOON), BOTH));
  }

  @Test
  void overdueIsWhatWasDueTheLongestFirst() {
    FollowUp late = open(FollowUp.Kind.ANSWER, NOON);
    FollowUp later = open(FollowUp.Kind.REPAIR, NOON.minusSeconds(60));
    FollowUp ahead = open(FollowUp.Kind.CALL_BACK, NOON.plusSeconds(1));

    assertEquals(List.of(later, late), FollowUpRule.overdue(List.of(ahead, late, later), NOON));
  }

  private static Conclusion conclusion(boolean resolved, FollowUp... followUps) {
    return new Conclusion(
        Disposition.NOT_ANSWERED,
        resolved,
        new Spoken("an order"),
        new Spoken("It was asked for an order."),
        Conclusion.Author.PARLEY,
        List.of(followUps));
  }
}
