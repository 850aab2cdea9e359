package parley.gateway.outbound;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import parley.callback.plan.Attempt;
import parley.gateway.ari.AriEvent;

/// The attempts that this process is making now, by id, which is also the id of their channel.
/// Thread: any.
public final class OutboundCalls {
  private static final int UUID_LENGTH = 36;

  private final ConcurrentHashMap<UUID, Underway> calls = new ConcurrentHashMap<>();

  Underway begin(Attempt attempt) {
    return calls.computeIfAbsent(attempt.id(), _ -> new Underway(attempt));
  }

  void end(Underway call) {
    boolean _ = calls.remove(call.attempt().id(), call);
  }

  List<Underway> all() {
    return List.copyOf(calls.values());
  }

  /// The attempt that a channel has entered for.
  Optional<Underway> of(AriEvent.Entered callee) {
    return of(callee.channel());
  }

  /// Asterisk's events of all channels: those of attempts wake who waits for them.
  public void told(AriEvent event) {
    if (event instanceof AriEvent.Gone gone) {
      of(gone.channel()).ifPresent(Underway::changed);
    }
  }

  private Optional<Underway> of(String channel) {
    if (channel.length() < UUID_LENGTH) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(channel.substring(0, UUID_LENGTH));
      return Optional.ofNullable(calls.get(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
