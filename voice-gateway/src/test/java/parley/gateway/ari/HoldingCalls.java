package parley.gateway.ari;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.CallId;
import parley.gateway.call.CallEvent;
import parley.gateway.call.CallLine;
import parley.gateway.call.CallMailbox;

/// Calls that hold until they are told an ending.
final class HoldingCalls implements AriCalls.Answering {
  final ConcurrentHashMap<String, CallId> ids = new ConcurrentHashMap<>();
  final List<String> told = new CopyOnWriteArrayList<>();
  final List<String> refused = new CopyOnWriteArrayList<>();
  volatile @Nullable RuntimeException fault;

  @Override
  public void answer(AriEvent.Entered caller, CallId call, CallLine line, CallMailbox mailbox) {
    RuntimeException broken = fault;
    if (broken != null) {
      throw broken;
    }
    ids.put(caller.channel(), call);
    try {
      CallEvent event;
      do {
        event = mailbox.take(Duration.ofSeconds(20));
        told.add(String.valueOf(event));
      } while (event != null
          && !(event instanceof CallEvent.CallerGone)
          && !(event instanceof CallEvent.CallerTakenAway)
          && !(event instanceof CallEvent.ParleyStops));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void refused(AriEvent.Entered caller, CallId call, String reason) {
    refused.add(reason);
  }
}
