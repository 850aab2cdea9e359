package parley.config;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The site's own systems that flows ask: `services`. Each service has the same settings.
final class ServiceKeys {

  /// The services that flows may name.
  static final List<String> NAMES = List.of("orders", "users", "payments", "trips");

  private static final KeyList KEYS = new KeyList();

  static final Key<Duration> FILLER_AFTER =
      KEYS.with(
          "services.filler-after",
          "1200ms",
          Kinds.time("200ms", "10s"),
          "An answer that takes longer than this is bridged by a word to the caller.");

  /// The settings of each service, by its name.
  static final Map<String, Of> SERVICES = services();

  private ServiceKeys() {}

  /// The settings of one service.
  record Of(
      Key<URI> url,
      Key<Secret> token,
      Key<Duration> timeout,
      Key<Integer> retries,
      Key<Duration> breakerRest,
      Key<Integer> requestsASecond) {}

  static List<Key<?>> all() {
    return KEYS.all();
  }

  private static Map<String, Of> services() {
    Map<String, Of> services = new LinkedHashMap<>();
    NAMES.forEach(name -> services.put(name, of("services." + name + ".")));
    return services;
  }

  private static Of of(String prefix) {
    return new Of(
        KEYS.without(
            prefix + "url",
            Kinds.webAddress(),
            "Where the service is; not set: flows that need it say so and offer a person."),
        KEYS.without(prefix + "token", Kinds.secret(), "Sent with each request as a bearer token."),
        KEYS.with(
            prefix + "timeout",
            "4s",
            Kinds.time("200ms", "10s"),
            "How long the caller waits for an answer at most, retries included."),
        KEYS.with(
            prefix + "retries",
            "1",
            Kinds.whole(0, 3),
            "How often a question that changes nothing (GET) is asked again when it fails."),
        KEYS.with(
            prefix + "breaker-rest",
            "20s",
            Kinds.time("1s", "10m"),
            "A service that fails half of its last ten requests is not asked for so long."),
        KEYS.with(
            prefix + "requests-a-second",
            "20",
            Kinds.whole(1, 1000),
            "More requests than this wait; spares a system that was not made for many calls."));
  }
}
