package parley.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The way out to the telephone network: `asterisk.trunk`.
final class TrunkKeys {

  private static final String DIALLED =
      "[A-Za-z0-9]+/[A-Za-z0-9._@:/+-]*\\{number}[A-Za-z0-9._@:/-]*";
  private static final String NUMBER = "\\+?[0-9]{2,15}";
  private static final KeyList KEYS = new KeyList();

  static final Key<String> ENDPOINT =
      KEYS.without(
          "asterisk.trunk.endpoint",
          Kinds.matching("a dial string such as PJSIP/{number}@trunk", DIALLED),
          "What is dialled to call somebody back, {number} being theirs; not set: Parley calls nobody.");
  static final Key<Map<String, String>> ENDPOINTS =
      KEYS.without(
          "asterisk.trunk.endpoints",
          Kinds.pairs("queues with a dial string such as payments=PJSIP/{number}@other", DIALLED),
          "Other ways out, by queue.");
  static final Key<String> CALLER_ID =
      KEYS.without(
          "asterisk.trunk.caller-id",
          Kinds.matching("2 to 15 digits, with a + in front or not", NUMBER),
          "Our number as who is called sees it; not set: the trunk decides.");
  static final Key<Map<String, String>> CALLER_IDS =
      KEYS.without(
          "asterisk.trunk.caller-ids",
          Kinds.pairs("queues with a number such as payments=+358401234567", NUMBER),
          "Other numbers of ours, by queue.");
  static final Key<Integer> CHANNELS =
      KEYS.with(
          "asterisk.trunk.channels",
          "10",
          Kinds.whole(1, 1000),
          "Calls out at once; stay below what the trunk allows, for callers need some of it.");
  static final Key<Duration> RING =
      KEYS.with(
          "asterisk.trunk.ring",
          "30s",
          Kinds.time("5s", "120s"),
          "How long a phone rings before nobody has answered; many mailboxes take a call after 25 s.");
  static final Key<Boolean> MACHINES =
      KEYS.with(
          "asterisk.trunk.detect-machines",
          "true",
          Kinds.trueOrFalse(),
          "Whether an answering machine is told from a person, and hears only a short message.");

  private TrunkKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }

  static TrunkSettings trunk(Values values) {
    return new TrunkSettings(
        values.find(ENDPOINT),
        Objects.requireNonNullElse(values.find(ENDPOINTS), Map.of()),
        values.find(CALLER_ID),
        Objects.requireNonNullElse(values.find(CALLER_IDS), Map.of()),
        values.get(CHANNELS),
        values.get(RING),
        values.get(MACHINES));
  }
}
