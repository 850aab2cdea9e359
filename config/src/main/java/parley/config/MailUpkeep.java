package parley.config;

import java.time.Duration;

/// What becomes of mail once it was answered: `mail.follow-up` and `mail.keep`.
public record MailUpkeep(FollowUp followUp, Keep keep) {

  /// When threads that wait are looked at.
  ///
  /// @param enabled whether customers are asked at all, threads closed and people reminded
  /// @param after a customer who has not written for so long is asked once whether it helped
  /// @param closeAfter so long after that the thread is closed
  /// @param remindAfter a person who has not answered for so long is reminded
  public record FollowUp(
      boolean enabled, Duration after, Duration closeAfter, Duration remindAfter) {}

  /// @param conversationDays whole threads, counted from their last mail
  /// @param rawDays mails as they came, and those that were sent
  public record Keep(int conversationDays, int rawDays) {}
}
