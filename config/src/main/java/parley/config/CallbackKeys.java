package parley.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.config.CallbackSettings.DayTimes;
import parley.config.CallbackSettings.Way;

/// When people may be called back: `callbacks`.
final class CallbackKeys {

  private static final KeyList KEYS = new KeyList();

  private static final Key<Path> HOURS =
      KEYS.with(
          "callbacks.hours",
          "config/hours.yaml",
          Kinds.path(),
          "The file with the hours at which the people of each queue work.");
  private static final Key<Path> DO_NOT_CALL =
      KEYS.with(
          "callbacks.do-not-call",
          "config/do-not-call.txt",
          Kinds.path(),
          "The file with numbers that are never called, one a line; read again when it changes.");
  private static final Key<Optional<DayTimes>> QUIET_HOURS =
      KEYS.with(
          "callbacks.quiet-hours",
          "21:00-08:00",
          quietHours(),
          "Nobody is called at these hours of their own clock; many countries forbid it by law.");
  private static final Key<Boolean> QUIET_SUNDAYS =
      KEYS.with(
          "callbacks.quiet-sundays",
          "false",
          Kinds.trueOrFalse(),
          "Whether nobody is called on their Sunday, whatever the hours of the queue.");
  private static final Key<Duration> WINDOW =
      KEYS.with(
          "callbacks.window",
          "30m",
          Kinds.time("5m", "4h"),
          "How long the time is within which a call is promised; a shorter wish is kept to.");
  private static final Key<Integer> DAYS_AHEAD =
      KEYS.with(
          "callbacks.days-ahead",
          "30",
          Kinds.whole(1, 365),
          "How many days away a call is promised at most.");
  private static final Key<Integer> PER_HOUR =
      KEYS.with(
          "callbacks.per-hour",
          "20",
          Kinds.whole(1, 10000),
          "How many calls, in and out, the people of one queue can take in an hour; what is expected to come in is kept free.");
  private static final Key<Map<String, String>> PER_HOURS =
      KEYS.without(
          "callbacks.per-hours",
          Kinds.pairs("queues with a number such as payments=40", "[1-9][0-9]{0,3}"),
          "Other numbers, by queue.");
  private static final Key<Set<String>> AGENT_FIRST =
      KEYS.without(
          "callbacks.agent-first",
          Kinds.words(),
          "Queues whose agents are rung before the customer is called, or all; not set: none.");
  private static final Key<Integer> EXTENSION_DIGITS =
      KEYS.with(
          "callbacks.extension-digits",
          "4",
          Kinds.whole(0, 6),
          "A number of so many digits or fewer is a phone of the house, in the site's zone; 0: none is.");
  private static final Key<Way> FOLLOW_UP_ANSWER =
      KEYS.with(
          "callbacks.follow-up.answer",
          "person",
          Kinds.oneOf(Way.class),
          "How a customer hears of a question that was not answered, when it is due.");
  private static final Key<Way> FOLLOW_UP_REPAIR =
      KEYS.with(
          "callbacks.follow-up.repair",
          "call",
          Kinds.oneOf(Way.class),
          "How a customer hears of a service that failed while they waited, when it is due.");

  private CallbackKeys() {}

  static List<Key<?>> all() {
    return Stream.<List<Key<?>>>of(KEYS.all(), CallbackRetryKeys.all())
        .<Key<?>>flatMap(List::stream)
        .toList();
  }

  static CallbackSettings settings(Path home, Values values) {
    return new CallbackSettings(
        home.resolve(values.get(HOURS)).normalize(),
        home.resolve(values.get(DO_NOT_CALL)).normalize(),
        values.get(QUIET_HOURS),
        values.get(QUIET_SUNDAYS),
        values.get(WINDOW),
        values.get(DAYS_AHEAD),
        values.get(PER_HOUR),
        numbers(Objects.requireNonNullElse(values.find(PER_HOURS), Map.of())),
        Objects.requireNonNullElse(values.find(AGENT_FIRST), Set.of()),
        values.get(EXTENSION_DIGITS),
        CallbackRetryKeys.retries(values),
        new CallbackSettings.FollowUps(values.get(FOLLOW_UP_ANSWER), values.get(FOLLOW_UP_REPAIR)));
  }

  private static Map<String, Integer> numbers(Map<String, String> texts) {
    Map<String, Integer> numbers = new HashMap<>();
    texts.forEach((queue, text) -> numbers.put(queue, Integer.valueOf(text)));
    return numbers;
  }

  private static Kind<Optional<DayTimes>> quietHours() {
    return Kind.of(
        "two different times of the day such as 21:00-08:00, or none",
        text -> text.equals("none") ? Optional.of(Optional.empty()) : dayTimes(text));
  }

  private static Optional<Optional<DayTimes>> dayTimes(String text) {
    if (!text.matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d")) {
      return Optional.empty();
    }
    try {
      LocalTime from = LocalTime.parse(text.substring(0, 5));
      LocalTime until = LocalTime.parse(text.substring(6));
      return from.equals(until)
          ? Optional.empty()
          : Optional.of(Optional.of(new DayTimes(from, until)));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
