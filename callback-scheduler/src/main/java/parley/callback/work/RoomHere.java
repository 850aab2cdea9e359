package parley.callback.work;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.callback.dial.Dialler;

/// Whether this node's telephone has room for one more call of a queue. Calls that are about to be
/// dialled count, though the telephone does not know of them yet.
///
/// Thread: any.
final class RoomHere {

  private final Dialler dialler;
  private final Map<String, Integer> entering = new ConcurrentHashMap<>();

  RoomHere(Dialler dialler) {
    this.dialler = dialler;
  }

  /// @return whether there is room; then [#leave] must follow
  boolean enter(String queue) {
    int room = dialler.room(queue);
    int mine = entering.merge(queue, 1, Integer::sum);
    if (mine <= room) {
      return true;
    }
    leave(queue);
    return false;
  }

  void leave(String queue) {
    entering.computeIfPresent(queue, (_, calls) -> calls == 1 ? null : calls - 1);
  }
}
