package parley.config;

import java.time.Duration;
import java.util.List;

/// What stays of conversations for the next ones: `follow-up`, `memory`.
final class CustomerKeys {

  private static final KeyList KEYS = new KeyList();

  static final Key<Duration> FOLLOW_UP_CALL_BACK_WITHIN =
      KEYS.with(
          "follow-up.call-back-within",
          "4h",
          Kinds.time("10m", "720h"),
          "A call back that was promised is due so long after the promise.");
  static final Key<Duration> FOLLOW_UP_ANSWER_WITHIN =
      KEYS.with(
          "follow-up.answer-within",
          "24h",
          Kinds.time("10m", "720h"),
          "A question without an answer, and a service that failed, are due so long after the call.");
  static final Key<Duration> FOLLOW_UP_MAIL_QUIET_AFTER =
      KEYS.with(
          "follow-up.mail-quiet-after",
          "24h",
          Kinds.time("10m", "160h"),
          "A thread of mail in which nobody has written for so long is taken for over, and summed up.");

  static final Key<Boolean> MEMORY_ENABLED =
      KEYS.with(
          "memory.enabled",
          "true",
          Kinds.trueOrFalse(),
          "Whether a customer's earlier conversations are known to the next one, by the number or address.");
  static final Key<Integer> MEMORY_DAYS =
      KEYS.with(
          "memory.days", "90", Kinds.whole(1, 730), "How many days back a conversation is known.");
  static final Key<Boolean> MEMORY_GREETING =
      KEYS.with(
          "memory.greeting",
          "true",
          Kinds.trueOrFalse(),
          "Whether the greeting may say that a call back is due or that we could not help; never what about.");

  private CustomerKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }
}
