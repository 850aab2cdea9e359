package parley.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way out to the telephone network, by which people are called back.
///
/// @param endpoint what Asterisk dials, with `{number}` for the customer's; null: no way out
/// @param endpoints another one for some queues, by queue
/// @param callerId our number as the callee sees it; null: the trunk's own
/// @param callerIds another one for some queues, by queue
/// @param channels calls at once
/// @param ring how long a phone rings before it counts as not answered
/// @param detectMachines whether answering machines are told from people
public record TrunkSettings(
    @Nullable String endpoint,
    Map<String, String> endpoints,
    @Nullable String callerId,
    Map<String, String> callerIds,
    int channels,
    Duration ring,
    boolean detectMachines) {

  private static final String NUMBER = "{number}";

  public TrunkSettings {
    endpoints = Map.copyOf(endpoints);
    callerIds = Map.copyOf(callerIds);
  }

  /// What is dialled to reach a number for a queue; empty where there is no way out.
  ///
  /// @param number digits, with a plus in front or not: it becomes a part of the dialplan
  public Optional<String> dialString(String queue, String number) {
    return Optional.ofNullable(endpoints.getOrDefault(queue, endpoint))
        .map(template -> template.replace(NUMBER, number));
  }

  /// Our number for a queue; empty where the trunk has its own.
  public String callerIdOf(String queue) {
    String usual = callerId == null ? "" : callerId;
    return callerIds.getOrDefault(queue, usual);
  }
}
