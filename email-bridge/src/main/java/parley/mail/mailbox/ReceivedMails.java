package parley.mail.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What was taken from mailboxes. Port: `db` implements it. Each method is one transaction. Thread:
/// any; a database that is away is an unchecked exception, and trying again helps.
public interface ReceivedMails {

  /// How far a folder was read under one UIDVALIDITY.
  ///
  /// @param lastUid empty while the first look is not over
  /// @param before when the folder was last read under another UIDVALIDITY; empty if never
  record Position(OptionalLong lastUid, Optional<Instant> before) {}

  Position position(String mailbox, String folder, long uidValidity);

  /// Records a mail, its bytes included, unless it is known. A copy of our own reply is noted as
  /// that reply's receipt.
  ///
  /// @param advance whether the folder has been read up to this mail
  /// @return whether it is new
  boolean record(Arrival arrival, boolean advance);

  /// Notes that the folder has been read up to a mail, and that everything delivered before `at`
  /// has been seen.
  void caughtUp(String mailbox, String folder, long uidValidity, long uid, Instant at);

  /// The mails that are recorded and not yet marked on the server, at most some hundreds.
  List<Long> unmarked(String mailbox, String folder, long uidValidity);

  void marked(String mailbox, String folder, long uidValidity, List<Long> uids);
}
