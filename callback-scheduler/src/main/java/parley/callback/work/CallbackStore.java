package parley.callback.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;

/// Callbacks as work, kept durably together with the hours at which they come up. Port: the
/// database implements it. Each method is one transaction, and throws an unchecked exception when
/// the database is away; then nothing has changed, and the same call may be made again.
///
/// Thread: any.
public interface CallbackStore {

  /// The callback of a lease as it stands; empty when it was deleted.
  Optional<Callback> find(Lease lease);

  /// Writes down that a call is about to be made, unless that cannot be; what comes later is put
  /// off. An attempt that is not settled is handed out again, with the same id.
  Beginning begin(Lease lease, Node node, Room room, Instant now);

  /// How many calls can be made.
  ///
  /// @param most of one queue at once, on all nodes
  /// @param here more ones of it by this node: agents who are free go to those who are first
  record Room(int most, int here) {}

  /// What came of the calls of a callback that are over, in their order.
  List<AttemptOutcome> outcomes(UUID callback);

  /// Writes down what came of a call, and what becomes of its callback.
  ///
  /// @param most how many calls its queue may have at once: who is first in it comes up for lines
  ///   that are free now
  /// @return false when it was settled before, by another node: nothing is changed then
  boolean settle(Attempt attempt, AttemptOutcome outcome, Next next, int most, Instant now);

  /// Attempts that the node's Asterisk still remembers and that were settled before a time.
  List<UUID> remembered(Node node, Instant settledBefore, int most);

  /// Asterisk remembers these no more.
  void forgotten(List<UUID> attempts);

  /// It comes up again at that time: nothing was done, and a call that was begun stays begun.
  void postpone(Lease lease, Instant until);

  /// Its call was put off by a rule: it is not waiting for a line until then.
  void notBefore(Lease lease, Instant at, Instant now);

  /// A person must look at it. Nothing happens to one whose call has begun.
  void askPerson(Lease lease, String why, Instant now);

  /// There is nothing to be done for it any more.
  void forget(Lease lease);
}
