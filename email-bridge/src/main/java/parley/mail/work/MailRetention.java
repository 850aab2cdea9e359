package parley.mail.work;

import java.time.Instant;
import java.util.Optional;
import parley.config.MailUpkeep;

/// Deletes what is not to be kept. Port: `db` implements it. Thread: any; several nodes may ask at
/// once.
public interface MailRetention {

  /// Mails as they came that are settled, and whose replies are sent; and what was sent itself.
  /// Quarantined ones stay, since they may be released.
  ///
  /// @param received false: only what was sent
  /// @return how many mails lost their bytes
  int dropAnswered(boolean received);

  /// Once a day, by one node: what is older than the settings allow.
  ///
  /// @return empty when it is not due, or another node is at it
  Optional<Deleted> daily(MailUpkeep.Keep keep, Instant now);

  /// @param raw mails that lost their bytes
  record Deleted(int threads, int raw) {}
}
