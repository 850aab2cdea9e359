package parley.callback.followup;

/// Brings letters about open matters on their way. Port: the server does it with its mail. Thread:
/// any.
@FunctionalInterface
public interface FollowUpPost {

  /// Hands a letter over for good. The same letter twice is one mail: who dies between handing it
  /// over and noting that, has it handed over again.
  ///
  /// @throws RuntimeException when it cannot be done now; it is tried again later
  void send(FollowUpLetter letter);
}
