package parley.mail.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.mail.outbox.Outgoing;

/// Received mails that wait to be dealt with. Port: `db` implements it. Each method is one
/// transaction; several workers may ask at once. Thread: any.
public interface MailWork extends MailBytes {

  /// The oldest mail that nobody has, now ours until `until`.
  Optional<Claimed> claim(String owner, Instant now, Instant until);

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
  List<Earlier> earlier(UUID thread, UUID before, int most);

  /// What the customer said in a thread, as it was kept, oldest first, at most the last `most`.
  List<String> said(UUID thread, int most);

  /// A mail of ours, by its Message-ID.
  Optional<Sent> sent(String messageId);

  /// The last mail of ours that went to an address, from a time on.
  Optional<Sent> lastSentTo(String address, Instant from);

  /// @param messageId may be empty
  /// @param kept whether its bytes are still there
  record Earlier(UUID id, String messageId, boolean kept) {}

  /// A mail of ours.
  record Sent(String messageId, Outgoing.Kind kind, String to, Optional<MailThread> thread) {}
}
