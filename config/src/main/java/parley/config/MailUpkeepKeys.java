package parley.config;

import java.time.Duration;
import java.util.List;

/// What becomes of mail once it was answered: `mail.follow-up`, `mail.keep`.
final class MailUpkeepKeys {

  private static final KeyList KEYS = new KeyList();

  static final Key<Boolean> FOLLOW_UP =
      KEYS.with(
          "mail.follow-up.enabled",
          "true",
          Kinds.trueOrFalse(),
          "Whether customers are asked if an answer helped, threads are closed, and people reminded.");
  static final Key<Duration> FOLLOW_UP_AFTER =
      KEYS.with(
          "mail.follow-up.after",
          "72h",
          Kinds.time("1h", "1440h"),
          "A customer who has not written for so long after our answer is asked once whether it helped.");
  static final Key<Duration> FOLLOW_UP_CLOSE_AFTER =
      KEYS.with(
          "mail.follow-up.close-after",
          "168h",
          Kinds.time("1h", "1440h"),
          "So long after that question the thread is closed; a later mail opens it again.");
  static final Key<Duration> FOLLOW_UP_REMIND_AFTER =
      KEYS.with(
          "mail.follow-up.remind-after",
          "8h",
          Kinds.time("1h", "720h"),
          "A person who has not answered a customer for so long is reminded, three times at most.");
  static final Key<Integer> KEEP_CONVERSATION_DAYS =
      KEYS.with(
          "mail.keep.conversation-days",
          "730",
          Kinds.whole(1, 3650),
          "A thread is deleted so many days after its last mail; only a hash of each mail stays.");
  static final Key<Integer> KEEP_RAW_DAYS =
      KEYS.with(
          "mail.keep.raw-days",
          "30",
          Kinds.whole(1, 3650),
          "Mails as they came are deleted after so many days; with privacy.keep-originals: none when they are answered.");

  private MailUpkeepKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }

  static MailUpkeep upkeep(Values values) {
    return new MailUpkeep(
        new MailUpkeep.FollowUp(
            values.get(FOLLOW_UP),
            values.get(FOLLOW_UP_AFTER),
            values.get(FOLLOW_UP_CLOSE_AFTER),
            values.get(FOLLOW_UP_REMIND_AFTER)),
        new MailUpkeep.Keep(values.get(KEEP_CONVERSATION_DAYS), values.get(KEEP_RAW_DAYS)));
  }
}
