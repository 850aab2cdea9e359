package parley.mail.loop;

import parley.mail.header.MailAddress;

/// What is done with a mail that was read.
public sealed interface AnswerDecision {

  /// It may be answered by itself.
  ///
  /// @param to the only address that the answer goes to
  record Answer(MailAddress to) implements AnswerDecision {}

  /// It is kept in its thread, and no machine answers it.
  record RecordOnly(NoAnswer why) implements AnswerDecision {}

  /// It waits for a person to release it.
  record Quarantine(NoAnswer why) implements AnswerDecision {}
}
