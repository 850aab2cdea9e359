package parley.dialogue.memory;

import java.time.Instant;
import java.util.List;

/// What is stored about customers, to be shown to them and forgotten when they ask. Port: `db`
/// implements it. Thread: any.
public interface Customers {

  /// What there is about whoever calls from this number or writes from this address.
  Stored stored(ContactPoint contact);

  /// Deletes it, but for conversations that go on. The recordings' files are the caller's to
  /// delete, before this: a file that nobody knows of any more would never be deleted.
  ///
  /// @return what was deleted
  Stored forget(ContactPoint contact, Instant now);

  /// What belongs to the same customer.
  CustomerCase caseOf(ContactPoint contact);

  /// Notes that a number and an address are one customer's, as an operator says.
  ///
  /// @return false for what is no customer's number
  boolean link(ContactPoint.Phone number, ContactPoint.Mail address, Instant now);

  /// @return whether they were linked
  boolean unlink(ContactPoint.Phone number, ContactPoint.Mail address);

  /// @param conversations those that are over
  /// @param goingOn those that are not, or whose end was cut off and is not yet noted
  /// @param callBacks promises to call this number, kept or not, and those made in its
  ///   conversations
  /// @param mails received ones, of which more than a hash is kept
  /// @param recordings paths below the recordings folder
  record Stored(
      int conversations,
      int goingOn,
      int turns,
      int summaries,
      int followUps,
      int callBacks,
      int mails,
      List<String> recordings) {
    public Stored {
      recordings = List.copyOf(recordings);
    }

    public boolean nothing() {
      return conversations == 0 && goingOn == 0 && callBacks == 0 && mails == 0;
    }
  }
}
