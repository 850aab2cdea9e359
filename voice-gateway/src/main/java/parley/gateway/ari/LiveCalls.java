package parley.gateway.ari;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import parley.dialogue.call.CallId;
import parley.gateway.call.CallMailbox;

/// The calls that are with Parley now, by their caller's channel and by their id. Thread: any.
final class LiveCalls {

  /// @param media completed when the call's media leg has entered the application
  /// @param joined completed when an agent and the caller were joined
  /// @param ended completed when the call's thread is through
  record Live(
      CallId id,
      String callerChannel,
      CallMailbox mailbox,
      CompletableFuture<Void> media,
      CompletableFuture<Void> joined,
      CompletableFuture<Void> ended) {

    static Live of(CallId id, String callerChannel) {
      return new Live(
          id,
          callerChannel,
          new CallMailbox(),
          new CompletableFuture<>(),
          new CompletableFuture<>(),
          new CompletableFuture<>());
    }
  }

  private final AriIds ids;
  private final ConcurrentHashMap<String, Live> byCaller = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<CallId, Live> byId = new ConcurrentHashMap<>();

  LiveCalls(AriIds ids) {
    this.ids = ids;
  }

  /// How this Parley names what it makes.
  AriIds ids() {
    return ids;
  }

  void add(Live live) {
    byCaller.put(live.callerChannel, live);
    byId.put(live.id, live);
  }

  void ended(Live live) {
    byCaller.remove(live.callerChannel);
    byId.remove(live.id);
    live.ended.complete(null);
  }

  int count() {
    return byId.size();
  }

  List<Live> all() {
    return List.copyOf(byId.values());
  }

  /// The call whose caller this channel is.
  Optional<Live> ofCaller(String channel) {
    return Optional.ofNullable(byCaller.get(channel));
  }

  /// The call that a channel or bridge of our making belongs to.
  Optional<Live> ofOurs(String id) {
    return ids.callOf(id).map(byId::get);
  }
}
