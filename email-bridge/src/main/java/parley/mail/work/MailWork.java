package parley.mail.work;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Received mails that wait to be dealt with. Port: `db` implements it. Each method is one
/// transaction; several workers may ask at once. Thread: any.
public interface MailWork {

  /// The oldest mail that nobody has, now ours until `until`.
  Optional<Claimed> claim(String owner, Instant now, Instant until);

  /// Writes a mail's bytes as they came, in pieces.
  void copy(UUID mail, OutputStream to) throws IOException;

  /// Writes what comes of a mail, its answers to the outbox included.
  ///
  /// @return false, and nothing is written, when it is no longer ours
  boolean settle(Claimed mail, Settlement settlement, Instant now);

  /// Leaves it to be claimed again, not before `next`.
  void putBack(Claimed mail, Instant next);

  /// Ends the leases of a dead predecessor.
  void takeOver(String owner, Instant now);

  /// The thread that a token names.
  Optional<MailThread> byToken(String token);

  /// The thread of which one of these mails is a part, received or sent.
  Optional<MailThread> byMessages(List<String> messageIds);

  /// When automatic answers went to an address, from a time on.
  List<Instant> sentTo(String address, Instant from);

  /// When automatic answers were written in a thread.
  List<Instant> sentIn(UUID thread);

  /// The customer's mails of a thread before this one, oldest first, at most the last `most`.
  List<UUID> earlier(UUID thread, UUID before, int most);
}
