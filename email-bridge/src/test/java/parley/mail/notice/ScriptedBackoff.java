package parley.mail.notice;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Does not wait; what happens in a pause is up to the test.
final class ScriptedBackoff extends Backoff {

  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Runnable inEachPause;

  ScriptedBackoff(Runnable inEachPause) {
    this.inEachPause = inEachPause;
  }

  @Override
  boolean goOnAfter(Duration wait) {
    pauses.add(wait);
    inEachPause.run();
    return true;
  }
}
