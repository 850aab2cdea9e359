package parley.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.config.CallbackSettings.Failure;
import parley.config.CallbackSettings.Retry;

/// How often a call back is tried: `callbacks.retry`.
final class CallbackRetryKeys {

  private static final Pattern RETRY = Pattern.compile("([1-9]|1\\d|20) x (\\d{1,4})([smh])");
  private static final Duration LONGEST = Duration.ofDays(3);

  private static final KeyList KEYS = new KeyList();

  private static final Key<Retry> BUSY = retry("busy", "4 x 5m", "The line is busy.");
  private static final Key<Retry> NO_ANSWER = retry("no-answer", "4 x 30m", "Nobody answers.");
  private static final Key<Retry> MACHINE =
      retry("machine", "3 x 1h", "A machine answers and takes no message.");
  private static final Key<Retry> MESSAGE_LEFT =
      retry("message-left", "2 x 4h", "A message was left on a machine.");
  private static final Key<Retry> OTHER_PERSON =
      retry("other-person", "2 x 2h", "Somebody else answers.");
  private static final Key<Retry> NUMBER_REFUSED =
      retry("number-refused", "1 x 1h", "The network says that there is no such number.");
  private static final Key<Retry> CONGESTION =
      retry("congestion", "6 x 1m", "The network has no line.");
  private static final Key<Retry> NO_AGENT =
      retry("no-agent", "4 x 5m", "No agent was free when the customer was to be called.");
  private static final Key<Retry> BROKEN_OFF =
      retry("broken-off", "3 x 1m", "A part of ours failed during the call.");
  private static final Key<Retry> NOT_DIALLED =
      retry("not-dialled", "6 x 1m", "A fault of ours kept it from being dialled.");
  private static final Key<Double> GROWTH =
      KEYS.with(
          "callbacks.retry.growth",
          "2",
          Kinds.decimal("1", "10"),
          "By how much each pause is longer than the one before.");
  private static final Key<Duration> LONGEST_PAUSE =
      KEYS.with(
          "callbacks.retry.longest-pause",
          "24h",
          Kinds.time("1m", "72h"),
          "No pause grows beyond this; hours at which nobody may be called come on top.");
  private static final Key<Integer> CALLS =
      KEYS.with(
          "callbacks.retry.calls",
          "8",
          Kinds.whole(1, 50),
          "How many calls one callback leads to at most, whatever they come to.");

  private CallbackRetryKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }

  static CallbackSettings.Retries retries(Values values) {
    return new CallbackSettings.Retries(
        Map.ofEntries(
            Map.entry(Failure.BUSY, values.get(BUSY)),
            Map.entry(Failure.NO_ANSWER, values.get(NO_ANSWER)),
            Map.entry(Failure.MACHINE, values.get(MACHINE)),
            Map.entry(Failure.MESSAGE_LEFT, values.get(MESSAGE_LEFT)),
            Map.entry(Failure.OTHER_PERSON, values.get(OTHER_PERSON)),
            Map.entry(Failure.NUMBER_REFUSED, values.get(NUMBER_REFUSED)),
            Map.entry(Failure.CONGESTION, values.get(CONGESTION)),
            Map.entry(Failure.NO_AGENT, values.get(NO_AGENT)),
            Map.entry(Failure.BROKEN_OFF, values.get(BROKEN_OFF)),
            Map.entry(Failure.NOT_DIALLED, values.get(NOT_DIALLED))),
        values.get(GROWTH),
        values.get(LONGEST_PAUSE),
        values.get(CALLS));
  }

  private static Key<Retry> retry(String name, String standard, String why) {
    return KEYS.with(
        "callbacks.retry." + name,
        standard,
        Kind.of(
            "how many calls from 1 to 20 and the pause after the first, up to 72h, such as 4 x 30m",
            CallbackRetryKeys::parsed),
        why);
  }

  private static Optional<Retry> parsed(String text) {
    Matcher matcher = RETRY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(2));
    Duration pause =
        switch (matcher.group(3)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        };
    boolean allowed = pause.isPositive() && pause.compareTo(LONGEST) <= 0;
    return allowed
        ? Optional.of(new Retry(Integer.parseInt(matcher.group(1)), pause))
        : Optional.empty();
  }
}
