package parley.callback.work;

import java.time.Instant;

/// What becomes of a callback after one of its calls.
public sealed interface Next {

  /// It is called again.
  record Again(Instant at) implements Next {}

  /// The customer was reached: the promise is kept.
  record Kept() implements Next {}

  /// It is not tried again.
  ///
  /// @param why one sentence for people, without personal data
  record GivenUp(String why) implements Next {}

  /// A person must look at it.
  ///
  /// @param why one sentence for people, without personal data
  record AskPerson(String why) implements Next {}
}
