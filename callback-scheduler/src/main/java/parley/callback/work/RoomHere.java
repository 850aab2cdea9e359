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

  /// @return how many calls there is room for, this one included; when there is, [#leave] must
  ///   follow
  int enter(String queue) {
    int room = dialler.room(queue);
    int mine = entering.merge(queue, 1, Integer::sum);
    if (mine <= room) {
      return room;
    }
    leave(queue);
    return 0;
  }

  void leave(String queue) {
    entering.computeIfPresent(queue, (_, calls) -> calls == 1 ? null : calls - 1);
  }
}
