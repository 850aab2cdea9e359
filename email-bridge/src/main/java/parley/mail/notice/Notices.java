package parley.mail.notice;

/// Tells the site's people of callers whom nobody could talk to. Port for the call; made by
/// [NoticeMail].
///
/// Thread: any.
public interface Notices extends AutoCloseable {

  /// Takes a notice and returns at once. Never throws and never waits: a call is not disturbed by
  /// mail that does not work.
  void tell(Notice notice);

  /// Sends what can be sent within a few seconds and stops. Idempotent; does not throw.
  @Override
  void close();
}
