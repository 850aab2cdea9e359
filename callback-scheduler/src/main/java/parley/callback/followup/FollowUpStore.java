package parley.callback.followup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What conversations have left to be done, as work. Port: `db` implements it. Each method is one
/// transaction; any number of processes may ask at once. Thread: any.
public interface FollowUpStore {

  /// Follows up the next conversation that is due, once for good: what `decide` says is written in
  /// the same transaction, and who dies before its end has done nothing.
  ///
  /// @param decide called within the transaction
  /// @return whether there was one
  boolean next(Instant now, Function<OpenMatter, FollowUpStep> decide);

  /// The next letter that has to go out; nobody else gets it before `until`.
  Optional<FollowUpLetter> claim(Instant now, Instant until);

  /// The letter about a conversation was handed over.
  void posted(UUID conversation, Instant now);

  /// Closes what calls and letters have brought to its end, and gives to people what they have not.
  void settle(Instant now);
}
