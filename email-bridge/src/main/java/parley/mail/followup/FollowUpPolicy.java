package parley.mail.followup;

import java.time.Duration;
import java.time.Instant;
import parley.config.MailUpkeep;
import parley.mail.loop.AnswerRules;

/// What is due in a thread that waits. A customer is asked once, and only where a person wrote to
/// us and no limit of automatic mails is reached; what is not asked is closed all the same, as late
/// as if it had been.
///
/// Pure: the same thread and time give the same. Immutable; any thread.
public final class FollowUpPolicy {

  /// A person who has not answered by then does not read these mails.
  private static final int MOST_REMINDERS = 3;

  private final MailUpkeep.FollowUp rules;
  private final AnswerRules limits;

  public FollowUpPolicy(MailUpkeep.FollowUp rules, AnswerRules limits) {
    this.rules = rules;
    this.limits = limits;
  }

  /// @param now of a clock that the thread's times were written by
  public Due due(Waiting thread, Instant now) {
    if (thread.undelivered()) {
      return new Due.TellPerson();
    }
    if (!rules.enabled()) {
      return new Due.Nothing(now.plus(Duration.ofDays(1)));
    }
    return switch (thread.whom()) {
      case CUSTOMER -> ofCustomer(thread, now);
      case PERSON -> ofPerson(thread, now);
      case NOBODY -> new Due.NothingMore();
    };
  }

  private Due ofCustomer(Waiting thread, Instant now) {
    if (thread.unsent()) {
      return new Due.Nothing(now.plus(Duration.ofMinutes(10)));
    }
    Instant ask = thread.since().plus(rules.after());
    Instant close = thread.followedUp().orElse(ask).plus(rules.closeAfter());
    if (!now.isBefore(close)) {
      // Also where nobody was asked in time, since Parley did not run: a question after weeks only
      // puzzles.
      return new Due.Close();
    }
    if (now.isBefore(ask)) {
      return new Due.Nothing(ask);
    }
    return thread.followedUp().isEmpty() && mayAsk(thread, now)
        ? new Due.AskCustomer()
        : new Due.Nothing(close);
  }

  private boolean mayAsk(Waiting thread, Instant now) {
    return !thread.robot() && limits.limit(thread.history(), now).isEmpty();
  }

  private Due ofPerson(Waiting thread, Instant now) {
    if (thread.reminders() >= MOST_REMINDERS) {
      return new Due.NothingMore();
    }
    Instant next = thread.reminded().orElse(thread.since()).plus(rules.remindAfter());
    return now.isBefore(next)
        ? new Due.Nothing(next)
        : new Due.RemindPerson(thread.reminders() + 1);
  }
}
