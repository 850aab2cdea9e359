package parley.mail.followup;

import java.time.Instant;
import java.util.Optional;
import parley.mail.loop.AnswerHistory;

/// A thread as the rules see it.
///
/// @param since when it came to wait for whom it waits for
/// @param followedUp when the customer was asked whether the answer helped, since then
/// @param reminders how often the person was reminded, since then
/// @param reminded when that was for the last time
/// @param unsent whether a mail of ours in it is still on its way
/// @param undelivered whether one will never arrive, and no person knows
/// @param robot whether a machine has written in it since
/// @param history what was sent by itself before, for the limits of all automatic mails
public record Waiting(
    Whom whom,
    Instant since,
    Optional<Instant> followedUp,
    int reminders,
    Optional<Instant> reminded,
    boolean unsent,
    boolean undelivered,
    boolean robot,
    AnswerHistory history) {

  /// Who has to write next.
  public enum Whom {
    CUSTOMER,
    PERSON,
    NOBODY
  }
}
