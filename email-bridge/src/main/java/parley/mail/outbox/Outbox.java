package parley.mail.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Mails that wait to be sent. Port: `db` implements it. Each method is one transaction; several
/// senders may ask at once, and each mail is given to one of them. Thread: any.
public interface Outbox {

  /// Whether a mail of a mailbox is due.
  boolean isDue(String mailbox, Instant now);

  /// Adds a mail that no received one caused. One whose id or Message-ID is there already is not
  /// added again.
  void add(Outgoing mail, Instant now);

  /// The next mail of a mailbox that is due, noted as being sent by `owner` until `until`: who dies
  /// after this leaves a mail in doubt.
  Optional<Outgoing> next(String mailbox, String owner, Instant now, Instant until);

  /// The server has taken it.
  void sent(UUID id, Instant at);

  /// The server has surely not taken it; it is tried again at `next`.
  void failed(UUID id, String why, Instant next);

  /// The server will never take it: a person has to look.
  void refused(UUID id, String why);

  /// Nobody knows whether the server has taken it.
  void doubtful(UUID id, String why, Instant at);

  /// Ends what a dead predecessor of `owner` was at.
  void takeOver(String owner, Instant now);

  /// Looks again at mails in doubt of a mailbox: those whose copy has come back are sent; those
  /// whose copy would have been seen by now, because the mailbox was looked into later than `grace`
  /// after the doubt began, are to be sent again.
  ///
  /// @param receipts whether copies come back at all; if not, `grace` alone decides
  Doubts settle(String mailbox, boolean receipts, java.time.Duration grace, Instant now);

  /// @param left those that are still in doubt
  record Doubts(int sent, int again, int left) {}
}
