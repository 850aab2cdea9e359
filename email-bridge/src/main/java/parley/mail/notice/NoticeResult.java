package parley.mail.notice;

/// What became of a notice. `why` names no words, numbers or addresses.
public sealed interface NoticeResult {

  Notice notice();

  /// The mail server has taken it.
  record Sent(Notice notice, String messageId, int attempts) implements NoticeResult {}

  /// The mail server or its settings do not allow it; trying again cannot help.
  record Refused(Notice notice, String why) implements NoticeResult {}

  /// It could not be sent in the time that a notice is worth.
  record GaveUp(Notice notice, String why, int attempts) implements NoticeResult {}
}
