package parley.callback.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import parley.dialogue.conclusion.FollowUp;

/// What conversations have left to be done, as people see it. Port: `db` implements it. Thread:
/// any.
public interface FollowUpTasks {

  /// Those whose time is over and that no call or letter on its way sees to, the longest first.
  List<Task> overdue(Instant now, int most);

  /// It is done.
  ///
  /// @param prefix the beginning of its id
  /// @return whether there was an open one whose id begins so, and no other
  boolean close(String prefix, Instant now);

  /// Something that is to be done.
  ///
  /// @param what in a few words without personal data
  /// @param why Parley does not do it; may be empty
  record Task(
      UUID id, UUID conversation, FollowUp.Kind kind, Instant due, String what, String why) {}
}
