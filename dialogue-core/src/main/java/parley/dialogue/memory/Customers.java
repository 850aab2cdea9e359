package parley.dialogue.memory;

import java.time.Instant;
import java.util.List;
import parley.dialogue.call.PhoneNumber;

/// What is stored about customers, to be shown to them and forgotten when they ask. Port: `db`
/// implements it. Thread: any.
public interface Customers {

  /// What there is about whoever calls from this number.
  Stored stored(PhoneNumber number);

  /// Deletes it, but for conversations that go on. The recordings' files are the caller's to
  /// delete, before this: a file that nobody knows of any more would never be deleted.
  ///
  /// @return what was deleted
  Stored forget(PhoneNumber number, Instant now);

  /// @param conversations those that are over
  /// @param goingOn those that are not, or whose end was cut off and is not yet noted
  /// @param callBacks promises to call this number, kept or not, and those made in its
  ///   conversations
  /// @param recordings paths below the recordings folder
  record Stored(
      int conversations,
      int goingOn,
      int turns,
      int summaries,
      int followUps,
      int callBacks,
      List<String> recordings) {
    public Stored {
      recordings = List.copyOf(recordings);
    }

    public boolean nothing() {
      return conversations == 0 && goingOn == 0 && callBacks == 0;
    }
  }
}
