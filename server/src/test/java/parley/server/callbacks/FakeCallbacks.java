package parley.server.callbacks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.CallbackOverview;
import parley.callback.work.NewCallback;
import parley.dialogue.callback.CallbackWindow;

/// Callbacks in memory: one that is being called can be neither moved nor cancelled, as in the
/// database. Thread: one.
final class FakeCallbacks implements CallbackOverview {

  final List<NewCallback> kept = new ArrayList<>();
  final List<UUID> beingCalled = new ArrayList<>();

  /// Attempts whose phones ring, by callback; others that are being called talk.
  final Map<UUID, UUID> ringing = new HashMap<>();

  final List<Filter> asked = new ArrayList<>();

  @Override
  public List<CallbackLine> list(Filter filter) {
    asked.add(filter);
    return kept.stream().map(this::line).limit(filter.most()).toList();
  }

  private CallbackLine line(NewCallback one) {
    return new CallbackLine(one.callback(), one.priority(), one.promisedAt(), one.due(), null, "");
  }

  @Override
  public Map<CallbackState, Integer> open() {
    Map<CallbackState, Integer> open = new EnumMap<>(CallbackState.class);
    open.put(CallbackState.WAITING, kept.size());
    return open;
  }

  @Override
  public List<CallbackLine> beginning(String prefix, int most) {
    return kept.stream()
        .filter(one -> one.callback().id().toString().startsWith(prefix))
        .limit(most)
        .map(this::line)
        .toList();
  }

  @Override
  public Optional<UUID> underWay(UUID callback) {
    return beingCalled.contains(callback)
        ? Optional.of(ringing.getOrDefault(callback, UUID.randomUUID()))
        : Optional.empty();
  }

  boolean letGo(UUID attempt) {
    Optional<UUID> callback =
        ringing.entrySet().stream()
            .filter(one -> one.getValue().equals(attempt))
            .map(Map.Entry::getKey)
            .findFirst();
    callback.ifPresent(ringing::remove);
    callback.ifPresent(beingCalled::remove);
    return callback.isPresent();
  }

  @Override
  public void add(List<NewCallback> callbacks) {
    kept.addAll(callbacks);
  }

  @Override
  public Change move(UUID callback, CallbackWindow window, Instant now) {
    return change(callback);
  }

  @Override
  public Change cancel(UUID callback, Instant now) {
    Change change = change(callback);
    if (change == Change.DONE) {
      boolean _ = kept.removeIf(one -> one.callback().id().equals(callback));
    }
    return change;
  }

  private Change change(UUID callback) {
    if (beingCalled.contains(callback)) {
      return Change.BEING_CALLED;
    }
    return kept.stream().map(NewCallback::callback).map(Callback::id).anyMatch(callback::equals)
        ? Change.DONE
        : Change.UNKNOWN;
  }
}
