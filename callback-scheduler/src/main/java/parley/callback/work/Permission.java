package parley.callback.work;

import java.time.Instant;
import parley.callback.plan.Callback;

/// Decides whether somebody may be called at this hour: business hours, quiet hours, do-not-call
/// list, an unknown zone. Thread: any; answers at once.
@FunctionalInterface
public interface Permission {

  /// Everything is allowed.
  Permission ALWAYS = (_, _) -> new Allowed();

  Verdict verdict(Callback callback, Instant now);

  /// What is allowed.
  sealed interface Verdict {}

  /// Call.
  record Allowed() implements Verdict {}

  /// Call later.
  record NotBefore(Instant at) implements Verdict {}

  /// Parley must not call by itself.
  ///
  /// @param why one sentence for people, without personal data
  record AskPerson(String why) implements Verdict {}
}
