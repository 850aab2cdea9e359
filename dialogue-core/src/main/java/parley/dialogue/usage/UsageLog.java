package parley.dialogue.usage;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// What the log tells of the use of knowledge. Port: `db` implements it over the conversations and
/// their conclusions; nothing is counted anywhere else. Thread: any.
public interface UsageLog {

  /// Hands out the conversations that began since then, the newest so many, one after the other.
  void each(Instant since, int atMost, Consumer<Exchange> taker);

  /// In the order in which it was given.
  List<Feedback> feedback(Instant since);

  /// Keeps what somebody says; the same id again changes nothing.
  ///
  /// @return false when it names a conversation in which the entry was no answer: nothing is kept
  boolean keep(Feedback feedback);
}
