package parley.mail.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.config.MailUpkeep;
import parley.mail.followup.Waiting.Whom;
import parley.mail.loop.AnswerHistory;
import parley.mail.loop.AnswerRules;

/// When a thread that waits is followed up, closed, or a person reminded.
class FollowUpPolicyTest {

  private static final Instant SINCE = Instant.parse("2026-03-27T10:00:00Z");
  private static final MailUpkeep.FollowUp RULES =
      new MailUpkeep.FollowUp(
          true, Duration.ofHours(72), Duration.ofHours(168), Duration.ofHours(8));
  private static final Instant ASK = SINCE.plus(Duration.ofDays(3));
  private static final Instant CLOSE = ASK.plus(Duration.ofDays(7));

  private final FollowUpPolicy policy = new FollowUpPolicy(RULES, AnswerRules.DEFAULT);

  private static Waiting customer() {
    return waiting(Whom.CUSTOMER, Optional.empty(), 0, Optional.empty(), false, false);
  }

  private static Waiting waiting(
      Whom whom,
      Optional<Instant> followedUp,
      int reminders,
      Optional<Instant> reminded,
      boolean unsent,
      boolean robot) {
    return new Waiting(
        whom, SINCE, followedUp, reminders, reminded, unsent, false, robot, AnswerHistory.NONE);
  }

  @Test
  void aCustomerIsAskedOnceWhenTheTimeIsOver() {
    assertEquals(new Due.Nothing(ASK), policy.due(customer(), ASK.minusMillis(1)));
    assertEquals(new Due.AskCustomer(), policy.due(customer(), ASK));
    Waiting asked =
        waiting(Whom.CUSTOMER, Optional.of(ASK.plusSeconds(60)), 0, Optional.empty(), false, false);
    Instant close = CLOSE.plusSeconds(60);
    assertEquals(new Due.Nothing(close), policy.due(asked, ASK.plusSeconds(61)));
    assertEquals(new Due.Nothing(close), policy.due(asked, close.minusMillis(1)));
    assertEquals(new Due.Close(), policy.due(asked, close));
  }

  @Test
  void afterWeeksWithoutParleyNobodyIsAskedAndTheThreadIsClosed() {
    assertEquals(new Due.AskCustomer(), policy.due(customer(), CLOSE.minusMillis(1)));
    assertEquals(new Due.Close(), policy.due(customer(), CLOSE));
  }

  @Test
  void whereARobotWroteNobodyIsAskedAndTheThreadIsClosedInTime() {
    Waiting robot = waiting(Whom.CUSTOMER, Optional.empty(), 0, Optional.empty(), false, true);

    assertEquals(new Due.Nothing(CLOSE), policy.due(robot, ASK));
    assertEquals(new Due.Close(), policy.due(robot, CLOSE));
  }

  @Test
  void noLimitOfAutomaticMailsIsPassed() {
    List<Instant> today = Collections.nCopies(6, ASK.minusSeconds(60));
    for (AnswerHistory full :
        List.of(
            new AnswerHistory(today, List.of(), false),
            new AnswerHistory(List.of(), Collections.nCopies(20, SINCE), false))) {
      Waiting limited =
          new Waiting(
              Whom.CUSTOMER,
              SINCE,
              Optional.empty(),
              0,
              Optional.empty(),
              false,
              false,
              false,
              full);
      assertEquals(new Due.Nothing(CLOSE), policy.due(limited, ASK));
    }
  }

  @Test
  void nothingIsAskedBeforeTheAnswerIsSent() {
    Waiting unsent = waiting(Whom.CUSTOMER, Optional.empty(), 0, Optional.empty(), true, false);

    assertEquals(new Due.Nothing(CLOSE.plus(Duration.ofMinutes(10))), policy.due(unsent, CLOSE));
  }

  @Test
  void aPersonIsRemindedThreeTimesAndNeverAgain() {
    Instant first = SINCE.plus(Duration.ofHours(8));
    Waiting fresh = waiting(Whom.PERSON, Optional.empty(), 0, Optional.empty(), false, false);
    assertEquals(new Due.Nothing(first), policy.due(fresh, first.minusMillis(1)));
    assertEquals(new Due.RemindPerson(1), policy.due(fresh, first));
    for (int reminders = 1; reminders < 3; reminders++) {
      Waiting reminded =
          waiting(Whom.PERSON, Optional.empty(), reminders, Optional.of(first), false, false);
      Instant next = first.plus(Duration.ofHours(8));
      assertEquals(new Due.Nothing(next), policy.due(reminded, next.minusMillis(1)));
      assertEquals(new Due.RemindPerson(reminders + 1), policy.due(reminded, next));
    }
    Waiting often = waiting(Whom.PERSON, Optional.empty(), 3, Optional.of(first), false, false);
    assertEquals(new Due.NothingMore(), policy.due(often, first.plus(Duration.ofDays(300))));
  }

  @Test
  void aMailThatNeverArrivesIsToldInAnyState() {
    for (Whom whom : Whom.values()) {
      Waiting lost =
          new Waiting(
              whom,
              SINCE,
              Optional.empty(),
              0,
              Optional.empty(),
              false,
              true,
              false,
              AnswerHistory.NONE);
      assertEquals(new Due.TellPerson(), policy.due(lost, SINCE));
      assertEquals(new Due.TellPerson(), off().due(lost, SINCE));
    }
  }

  @Test
  void nothingIsDueWhereNobodyIsWaitedForOrTheRulesAreOff() {
    Waiting closed = waiting(Whom.NOBODY, Optional.empty(), 0, Optional.empty(), false, false);

    assertEquals(new Due.NothingMore(), policy.due(closed, CLOSE));
    assertEquals(new Due.Nothing(CLOSE.plus(Duration.ofDays(1))), off().due(customer(), CLOSE));
  }

  private static FollowUpPolicy off() {
    return new FollowUpPolicy(
        new MailUpkeep.FollowUp(false, RULES.after(), RULES.closeAfter(), RULES.remindAfter()),
        AnswerRules.DEFAULT);
  }
}
